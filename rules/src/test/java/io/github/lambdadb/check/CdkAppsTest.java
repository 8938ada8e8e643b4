package io.github.lambdadb.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.DeployedDatabase;
import io.github.lambdadb.facts.DeployedFunction;
import io.github.lambdadb.facts.DeployedFunction.Attribute;
import io.github.lambdadb.facts.Deployments;
import io.github.lambdadb.facts.Endpoint;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Trigger;
import io.github.lambdadb.value.Certainty;
import io.github.lambdadb.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CdkAppsTest {
    private static final String HANDLER = """
            package shop;
            import com.amazonaws.services.lambda.runtime.Context;
            import com.amazonaws.services.lambda.runtime.RequestHandler;
            import com.zaxxer.hikari.HikariDataSource;
            public class OrderHandler implements RequestHandler<String, String> {
                private static final HikariDataSource ORDERS = open();
                private static HikariDataSource open() {
                    HikariDataSource pool = new HikariDataSource();
                    pool.setJdbcUrl(System.getenv("DB_URL"));
                    pool.setMaximumPoolSize(Integer.parseInt(System.getenv("POOL_SIZE")));
                    return pool;
                }
                public String handleRequest(String order, Context context) {
                    try (java.sql.Connection connection = ORDERS.getConnection()) {
                        return connection.getCatalog();
                    } catch (java.sql.SQLException failed) {
                        throw new IllegalStateException(failed);
                    }
                }
            }
            """;

    private static final String APP = """
            package infra;
            import java.util.HashMap;
            import java.util.List;
            import java.util.Map;
            import software.amazon.awscdk.App;
            import software.amazon.awscdk.Duration;
            import software.amazon.awscdk.Stack;
            import software.amazon.awscdk.StackProps;
            import software.amazon.awscdk.services.ec2.*;
            import software.amazon.awscdk.services.apigateway.LambdaRestApi;
            import software.amazon.awscdk.services.lambda.eventsources.*;
            import software.amazon.awscdk.services.lambda.*;
            import software.amazon.awscdk.services.lambda.Runtime;
            import software.amazon.awscdk.services.rds.*;
            import software.constructs.Construct;
            public class ShopApp {
                public static void main(String[] args) {
                    App app = new App();
                    new ShopStack(app, "Shop", StackProps.builder().build());
                    app.synth();
                }
            }
            class ShopStack extends Stack {
                private static final int SECONDS = 20;
                ShopStack(Construct scope, String id, StackProps props) {
                    super(scope, id, props);
            %s
                }
            %s
            }
            """;
    private static final String FUNCTION = """
                    Function orders = Function.Builder.create(this, "Orders")
                            .handler("shop.OrderHandler::handleRequest")
                            .runtime(Runtime.JAVA_21)
                            .timeout(Duration.seconds(SECONDS + 10))
                            .memorySize(1024)
                            .reservedConcurrentExecutions(5)
                            .snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS)
                            .code(Code.fromAsset("../app/target/app.jar"))
                            .environment(Map.of("DB_URL", "jdbc:postgresql://" + host + "/orders", "POOL_SIZE", "7"))
                            .build();
            """;
    private static final String DATABASE = """
                    DatabaseInstance database = DatabaseInstance.Builder.create(this, "Database")
                            .engine(DatabaseInstanceEngine.postgres(PostgresInstanceEngineProps.builder()
                                    .version(PostgresEngineVersion.VER_15_4).build()))
                            .instanceType(InstanceType.of(InstanceClass.BURSTABLE4_GRAVITON, InstanceSize.MEDIUM))
                            .parameterGroup(ParameterGroup.Builder.create(this, "Parameters")
                                    .parameters(Map.of("idle_session_timeout", "60000", "max_connections", "90"))
                                    .build())
                            .build();
                    String host = database.getDbInstanceEndpointAddress();
            """;

    @TempDir
    private Path root;

    @BeforeEach
    void write() throws IOException {
        write("app/src/main/java/shop/OrderHandler.java", HANDLER);
        write("infra/cdk.json", "{\"app\": \"mvn -e -q compile exec:java\"}");
    }

    @Test
    void aFunctionHasWhatTheProgramGivesIt() throws IOException {
        Facts facts = facts("String host = \"db.internal\";\n" + FUNCTION);
        DeployedFunction function = facts.deployments().functions().get(0);
        assertThat(shown(function.attribute(Attribute.TIMEOUT).orElseThrow())).isEqualTo("30");
        assertThat(shown(function.attribute(Attribute.MEMORY).orElseThrow())).isEqualTo("1024");
        assertThat(shown(function.attribute(Attribute.RESERVED_CONCURRENCY).orElseThrow()))
                .isEqualTo("5");
        assertThat(shown(function.attribute(Attribute.RUNTIME).orElseThrow())).isEqualTo("java21");
        assertThat(shown(function.attribute(Attribute.SNAP_START).orElseThrow()))
                .isEqualTo("PublishedVersions");
        assertThat(shown(function.attribute(Attribute.CODE).orElseThrow())).isEqualTo("app/target/app.jar");
        Value<Integer> size = facts.sources()
                .get(0)
                .setting(Property.MAXIMUM_SIZE)
                .orElseThrow()
                .number();
        assertThat(size.candidates()).singleElement().satisfies(known -> {
            assertThat(known.value()).isEqualTo(7);
            assertThat(known.evidence().origin().orElseThrow().file())
                    .isEqualTo("infra/src/main/java/infra/ShopApp.java");
        });
    }

    @Test
    void aFunctionIsJoinedToTheDatabaseWhoseEndpointItGets() throws IOException {
        Facts facts = facts(DATABASE + FUNCTION);
        DeployedDatabase database = facts.deployments().databases().get(0);
        assertThat(shown(database.attribute(DeployedDatabase.Attribute.ENGINE).orElseThrow()))
                .isEqualTo("postgres");
        assertThat(shown(database.attribute(DeployedDatabase.Attribute.ENGINE_VERSION)
                        .orElseThrow()))
                .isEqualTo("15.4");
        assertThat(shown(database.attribute(DeployedDatabase.Attribute.INSTANCE_CLASS)
                        .orElseThrow()))
                .isEqualTo("db.t4g.medium");
        assertThat(database.parameters().keySet()).containsExactlyInAnyOrder("idle_session_timeout", "max_connections");
        Endpoint endpoint = facts.sources().get(0).endpoints().get(0);
        assertThat(endpoint.certainty()).isEqualTo(Certainty.DEFINITE);
        assertThat(endpoint.databases()).containsExactly(database);
    }

    @Test
    void aFunctionThatGetsAProxysEndpointIsBehindIt() throws IOException {
        Facts facts = facts(DATABASE.replace("String host = database.getDbInstanceEndpointAddress();", """
                DatabaseProxy proxy = DatabaseProxy.Builder.create(this, "Proxy")
                        .proxyTarget(ProxyTarget.fromInstance(database))
                        .idleClientTimeout(Duration.minutes(5))
                        .build();
                String host = proxy.getEndpoint();
                """) + FUNCTION);
        Endpoint endpoint = facts.sources().get(0).endpoints().get(0);
        assertThat(endpoint.isProxy()).isTrue();
        assertThat(endpoint.databases()).extracting(DeployedDatabase::id).containsExactly("Database");
    }

    @Test
    void aDatabaseMakesAProxyOfItsOwn() throws IOException {
        Facts facts = facts(DATABASE.replace("String host = database.getDbInstanceEndpointAddress();", """
                DatabaseProxy proxy = database.addProxy("Proxy", DatabaseProxyOptions.builder()
                        .idleClientTimeout(Duration.minutes(5))
                        .build());
                String host = proxy.getEndpoint();
                """) + FUNCTION);
        Endpoint endpoint = facts.sources().get(0).endpoints().get(0);
        assertThat(endpoint.isProxy()).isTrue();
        assertThat(endpoint.databases()).extracting(DeployedDatabase::id).containsExactly("Database");
    }

    @Test
    void anAliasKeepsEnvironmentsReady() throws IOException {
        Facts facts = facts("String host = \"db.internal\";\n" + FUNCTION + """
                Alias.Builder.create(this, "Live")
                        .aliasName("live")
                        .version(orders.getCurrentVersion())
                        .provisionedConcurrentExecutions(4)
                        .build();
                """);
        DeployedFunction function = facts.deployments().functions().get(0);
        assertThat(shown(function.attribute(Attribute.PROVISIONED_CONCURRENCY).orElseThrow()))
                .isEqualTo("4");
    }

    @Test
    void triggersAreThoseThatCallTheFunction() throws IOException {
        Facts facts = facts("String host = \"db.internal\";\n" + FUNCTION + """
                orders.addEventSource(SqsEventSource.Builder
                        .create(null).batchSize(5).maxConcurrency(3).build());
                LambdaRestApi.Builder.create(this, "Api")
                        .handler(orders).build();
                """);
        List<Trigger> triggers = facts.deployments().functions().get(0).triggers();
        assertThat(triggers)
                .extracting(Trigger::kind)
                .containsExactlyInAnyOrder(Trigger.Kind.SQS, Trigger.Kind.REQUEST);
        Trigger queue = triggers.stream()
                .filter(trigger -> trigger.kind() == Trigger.Kind.SQS)
                .findFirst()
                .orElseThrow();
        assertThat(shown(queue.bound(Trigger.Bound.MAXIMUM_CONCURRENCY).orElseThrow()))
                .isEqualTo("3");
        assertThat(shown(queue.bound(Trigger.Bound.BATCH_SIZE).orElseThrow())).isEqualTo("5");
    }

    @Test
    void helpersPropertiesAndLaterCallsAreFollowed() throws IOException {
        Facts facts = facts("""
                Function orders = new Function(this, "Orders", properties("9").build());
                orders.addEnvironment("DB_URL", "jdbc:postgresql://db.internal/orders");
                """, """
                private FunctionProps.Builder properties(String size) {
                    return FunctionProps.builder()
                            .handler("shop.OrderHandler::handleRequest")
                            .code(Code.fromAsset("../app"))
                            .environment(new HashMap<>() {{
                                put("POOL_SIZE", size);
                            }});
                }
                """);
        Value<Integer> size = facts.sources()
                .get(0)
                .setting(Property.MAXIMUM_SIZE)
                .orElseThrow()
                .number();
        assertThat(size.candidates()).extracting(Value.Known::value).containsExactly(9);
        assertThat(facts.deployments().functions().get(0).environment().keySet())
                .containsExactlyInAnyOrder("DB_URL", "POOL_SIZE");
    }

    @Test
    void whatIsNotKnownIsNoGuess() throws IOException {
        Facts facts = facts("""
                Map<String, String> variables = variables();
                Function.Builder.create(this, "Orders")
                        .handler("shop.OrderHandler::handleRequest")
                        .timeout(Duration.seconds(Integer.parseInt(System.getenv("SECONDS"))))
                        .code(Code.fromAsset("../app"))
                        .environment(variables)
                        .build();
                """, "private static native Map<String, String> variables();");
        DeployedFunction function = facts.deployments().functions().get(0);
        assertThat(function.environmentComplete()).isFalse();
        assertThat(shown(function.attribute(Attribute.TIMEOUT).orElseThrow())).isEqualTo("${Timeout}");
        assertThat(facts.gaps())
                .extracting(Gap::location)
                .anyMatch(at -> at.file().equals("infra/src/main/java/infra/ShopApp.java"));
        assertThat(facts.sources()
                        .get(0)
                        .setting(Property.MAXIMUM_SIZE)
                        .orElseThrow()
                        .number()
                        .candidates())
                .isEmpty();
    }

    @Test
    void functionsOfOtherModulesAreLeftToThem() throws IOException {
        assertThat(deployments(
                                FUNCTION.replace("../app/target", "../billing/target")
                                        .replace("+ host +", "+ \"x\" +"),
                                "")
                        .functions())
                .isEmpty();
    }

    @Test
    void programsThatDoNotEndEnd() throws IOException {
        String endless = """
                private void again(int depth) { more(depth + 1); more(depth + 2); }
                private void more(int depth) { again(depth + 1); again(depth + 2); }
                """;
        assertThat(deployments(
                                "again(0);\nfor (int i = 0; i < 1_000_000_000; i++) { more(i); }\n"
                                        + "String host = \"x\";\n" + FUNCTION,
                                endless)
                        .functions())
                .hasSizeLessThan(2);
    }

    @Test
    void programsInOtherLanguagesAreNone() throws IOException {
        write("other/cdk.json", "{\"app\": \"npx ts-node bin/shop.ts\"}");
        assertThat(deployments("", "").functions()).isEmpty();
    }

    private static String shown(Value<String> value) {
        return value.candidates().stream().map(Value.Known::value).collect(Collectors.joining("|"));
    }

    private Deployments deployments(String constructor, String members) throws IOException {
        return facts(constructor, members).deployments();
    }

    private Facts facts(String constructor) throws IOException {
        return facts(constructor, "");
    }

    private Facts facts(String constructor, String members) throws IOException {
        write("infra/src/main/java/infra/ShopApp.java", APP.formatted(constructor, members));
        return Checker.check(new CheckRequest(
                        root,
                        root.resolve("app"),
                        List.of(root.resolve("app/src/main/java")),
                        List.of(),
                        List.of(),
                        List.of(),
                        Set.of(),
                        Dependencies::none,
                        file -> true,
                        false,
                        Policy.defaults()))
                .facts();
    }

    private void write(String name, String content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}

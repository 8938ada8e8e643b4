package io.github.lambdadb.frontend.config;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfiguration;
import io.micronaut.context.env.DefaultEnvironment;
import io.micronaut.context.env.EnvironmentPropertySource;
import io.micronaut.context.env.MapPropertySource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What this reader says of a configuration is what Micronaut's environment says. */
class MicronautConventionsTest {
    private static final List<String> KEYS = List.of(
            "datasources.default.maximum-pool-size",
            "datasources.default.url",
            "datasources.default.auto-commit",
            "datasources.order-items.url");

    private static final String CASES = """
            ## a file alone
            == application.properties
            datasources.default.maximum-pool-size=5
            ## camel case
            == application.yml
            datasources:
              default:
                maximumPoolSize: 5
                autoCommit: off
            ## underscores
            == application.properties
            datasources.default.maximum_pool_size=5
            ## without borders
            == application.properties
            datasources.default.maximumpoolsize=5
            datasources.default.url=u
            ## a name in camel case
            == application.yml
            datasources.orderItems.url: u
            ## an environment's file
            MICRONAUT_ENVIRONMENTS=prod
            == application.yml
            datasources.default.maximum-pool-size: 5
            datasources.default.url: u
            == application-prod.yml
            datasources.default.maximum-pool-size: 6
            ## the last environment wins
            MICRONAUT_ENVIRONMENTS=prod,eu
            == application-prod.yml
            datasources.default.maximum-pool-size: 6
            == application-eu.properties
            datasources.default.maximum-pool-size=7
            ## that of the function is the strongest
            MICRONAUT_ENVIRONMENTS=prod
            == application-function.yml
            datasources.default.maximum-pool-size: 6
            == application-prod.yml
            datasources.default.maximum-pool-size: 7
            == application-lambda.yml
            datasources.default.url: u
            ## that of the cloud is the weakest
            MICRONAUT_ENVIRONMENTS=prod
            == application-ec2.yml
            datasources.default.maximum-pool-size: 6
            == application-cloud.yml
            datasources.default.maximum-pool-size: 7
            datasources.default.url: u
            == application-prod.yml
            datasources.default.url: v
            ## a variable
            DATASOURCES_DEFAULT_MAXIMUM_POOL_SIZE=9
            == application.yml
            datasources.default.maximum-pool-size: 5
            ## placeholders
            SIZE=7
            == application.yml
            datasources.default.maximum-pool-size: ${SIZE:5}
            datasources.default.url: ${URL:`jdbc:h2:x`}
            datasources.order-items.url: jdbc:${HOST:h}/${my.db-name}
            my.dbName: d
            ## placeholders with several names
            B=7
            == application.yml
            datasources.default.maximum-pool-size: ${A:B:5}
            ## numbers of YAML
            == application.yml
            datasources.default: { maximum-pool-size: 010, auto-commit: on }
            """;

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> micronautSaysTheSame() {
        return ConventionCase.tests(CASES, "micronaut", folder, MicronautConventionsTest::micronaut);
    }

    private static Map<String, String> micronaut(ClassLoader loader, Map<String, String> variables) {
        List<String> environments = new ArrayList<>(List.of("ec2", "cloud"));
        environments.addAll(
                Stream.of(variables.getOrDefault("MICRONAUT_ENVIRONMENTS", "").split(","))
                        .filter(name -> !name.isEmpty())
                        .toList());
        environments.addAll(List.of("function", "lambda"));
        ApplicationContextBuilder builder = ApplicationContext.builder()
                .classLoader(loader)
                .deduceEnvironment(false)
                .environments(environments.toArray(String[]::new))
                .environmentPropertySource(false);
        Map<String, String> values = new TreeMap<>();
        try (DefaultEnvironment environment = new DefaultEnvironment((ApplicationContextConfiguration) builder)) {
            environment.addPropertySource(new Variables(variables));
            environment.start();
            KEYS.forEach(key ->
                    values.put(key, environment.getProperty(key, String.class).orElse("")));
        }
        return values;
    }

    /** Variables as the environment has those of the process. */
    private static final class Variables extends MapPropertySource {
        Variables(Map<String, String> variables) {
            super("variables", new TreeMap<>(variables));
        }

        @Override
        public PropertyConvention getConvention() {
            return PropertyConvention.ENVIRONMENT_VARIABLE;
        }

        @Override
        public int getOrder() {
            return EnvironmentPropertySource.POSITION;
        }
    }
}

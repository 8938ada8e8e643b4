package io.github.lambdadb.frontend.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.ir.Configuration;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import io.github.lambdadb.value.Value.Choice;
import io.github.lambdadb.value.Value.Known;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of a value beyond the text that Spring would see: its place, and how surely. */
class SpringConfigurationTest {
    private static final String SIZE = "spring.datasource.hikari.maximum-pool-size";

    @TempDir
    private Path root;

    @Test
    void theLastStepIsTheLineThatSetsTheKey() throws IOException {
        Configuration configuration = with("""
                == application.yml
                spring:
                  datasource:
                    hikari:
                      maximumPoolSize: 5
                """);
        assertThat(last(configuration.get(SIZE).orElseThrow()))
                .isEqualTo("src/main/resources/application.yml:4: sets spring.datasource.hikari.maximumPoolSize");
    }

    @Test
    void theLineOfTheVariableIsTheOneToEdit() throws IOException {
        String files = """
                == application.properties
                spring.datasource.hikari.maximum-pool-size=${POOL:5}
                spring.datasource.url=jdbc:postgresql://${POOL}/d
                """;
        Configuration configuration = with(files, "POOL", "6");
        Value<String> size = configuration.get(SIZE).orElseThrow();
        assertThat(last(size)).isEqualTo("template.yaml:7: sets POOL");
        assertThat(evidence(size).steps()).hasSize(2);
        Value<String> url = configuration.get("spring.datasource.url").orElseThrow();
        assertThat(last(url)).isEqualTo("src/main/resources/application.properties:2: sets spring.datasource.url");
        assertThat(evidence(url).steps()).hasSize(2);
    }

    @Test
    void aDefaultIsSaidToBeOne() throws IOException {
        Configuration configuration = with("""
                == application.yml
                spring.datasource.hikari.maximum-pool-size: ${POOL:${OTHER:5}}
                """);
        assertThat(last(configuration.get(SIZE).orElseThrow()))
                .isEqualTo("src/main/resources/application.yml:1: sets " + SIZE + " unless POOL or OTHER is set");
    }

    @Test
    void aVariableThatSetsTheKeyStandsInTheTemplate() throws IOException {
        Configuration configuration =
                with("== application.yml\n" + SIZE + ": 5\n", "SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE", "6");
        assertThat(last(configuration.get(SIZE).orElseThrow()))
                .isEqualTo("template.yaml:7: sets SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE");
    }

    @Test
    void whatIsNotKnownIsAHole() throws IOException {
        Configuration configuration = with("""
                == application.yml
                a: ${HOST}
                b: x-${${A}_HOST}-${random.uuid}
                c: '@project.version@ ${Y:@z@}'
                d: @plain@
                """);
        assertThat(configuration.below("").stream().map(SpringConfigurationTest::text))
                .containsExactly(
                        "a=${HOST}", "b=x-${A_HOST}-${random.uuid}", "c=${project.version} ${z}", "d=${plain}");
    }

    @Test
    void holesOfATemplateAreNoPlaceholders() throws IOException {
        Configuration configuration = with("== application.yml\ndb.url: jdbc:${URL}\nDb: other\n", "URL", "h2:${Db}");
        assertThat(text(configuration, "db.url")).isEqualTo("jdbc:h2:${Db}");
    }

    @Test
    void circlesEnd() throws IOException {
        Configuration configuration = with("""
                == application.properties
                a=${b}
                b=${a:x}
                c=1${c}
                d=${e}${e}
                e=${d}${d}
                """);
        assertThat(configuration.below("").stream().map(SpringConfigurationTest::text))
                .containsExactly("a=x", "b=${b}", "c=1${c}", "d=${d}${d}${d}${d}", "e=${e}${e}${e}${e}");
    }

    @Test
    void keysThatMultiplyEnd() throws IOException {
        StringBuilder files = new StringBuilder("== application.properties\nk0=\n");
        for (int i = 1; i < 60; i++) {
            files.append("k")
                    .append(i)
                    .append("=${k")
                    .append(i - 1)
                    .append("}${k")
                    .append(i - 1)
                    .append("}\n");
        }
        assertThat(with(files.toString()).get("k59")).isPresent();
    }

    @Test
    void mapsKeepTheCaseOfTheirKeys() throws IOException {
        Configuration configuration = with("""
                == application.yml
                spring.datasource.hikari:
                  dataSourceProperties:
                    ApplicationName: orders
                    "[v$session.program]": x
                  idleTimeout: 1
                """);
        assertThat(configuration.below("spring.datasource.hikari.data-source-properties"))
                .extracting(Configuration.Entry::key, Configuration.Entry::written)
                .containsExactly(
                        tuple("\"v$session.program\"", "\"v$session.program\""),
                        tuple("application-name", "ApplicationName"));
        assertThat(configuration.below("spring.datasource.hikari"))
                .extracting(Configuration.Entry::key)
                .contains("idle-timeout", "data-source-properties.application-name");
    }

    @Test
    void variablesAreBelowAPrefixToo() throws IOException {
        Configuration configuration = with(
                "== application.yml\nspring.datasource.hikari.idle-timeout: 1\n",
                "SPRING_DATASOURCE_HIKARI_IDLETIMEOUT",
                "2",
                "SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE",
                "3");
        assertThat(configuration.below("spring.datasource.hikari").stream().map(SpringConfigurationTest::text))
                .containsExactly("idle-timeout=2", "maximum-pool-size=3");
    }

    @Test
    void theFirstKeyOfADataSourceIsFound() throws IOException {
        Configuration configuration = with("""
                == application.yml
                other: 1
                app:
                  second:
                    url: x
                  first:
                    url: y
                    size: 2
                """);
        assertThat(configuration.firstKey("app.first")).map(Location::line).contains(6);
        assertThat(configuration.firstKey("app")).map(Location::line).contains(4);
        assertThat(configuration.firstKey("ap")).isEmpty();
        assertThat(configuration.names("app")).containsExactly("first", "second");
        assertThat(configuration.names("app.first")).isEmpty();
    }

    @Test
    void aProfileThatIsNotKnownLeavesAChoice() throws IOException {
        String files = """
                == application.yml
                spring.datasource.hikari.maximum-pool-size: 1
                spring.datasource.url: u
                == application-prod.yml
                spring.datasource.hikari.maximum-pool-size: 20
                == application-dev.yml
                spring.datasource.hikari.maximum-pool-size: 2
                == application-test.yml
                spring.datasource.hikari.maximum-pool-size: 99
                """;
        Configuration any = with(files, "SPRING_PROFILES_ACTIVE", "${Stage}");
        assertThat(any.get(SIZE)).hasValueSatisfying(value -> {
            assertThat(value.isComplete()).isFalse();
            assertThat(value.candidates()).extracting(Known::value).containsExactly("1", "2", "20");
        });
        assertThat(any.get("spring.datasource.url")).containsInstanceOf(Known.class);
        Configuration some = with(files, "SPRING_PROFILES_ACTIVE", "p${Stage}");
        assertThat(some.get(SIZE).orElseThrow().candidates())
                .extracting(Known::value)
                .containsExactly("1", "20");
        Value<String> stages = new Choice<>(List.of(known("prod"), known("dev")), true);
        Configuration two = folder(files).configurations().of(Map.of("SPRING_PROFILES_ACTIVE", stages));
        assertThat(two.get(SIZE)).hasValueSatisfying(value -> {
            assertThat(value.isComplete()).isTrue();
            assertThat(value.candidates()).extracting(Known::value).containsExactly("20", "2");
        });
    }

    @Test
    void aProfileThatTheBuildWritesLeavesAChoice() throws IOException {
        Configuration configuration = with("""
                == application.yml
                spring.profiles.active: @stage@
                == application-prod.yml
                spring.datasource.hikari.maximum-pool-size: 20
                """);
        assertThat(configuration.get(SIZE))
                .hasValueSatisfying(value -> assertThat(value.isComplete()).isFalse());
    }

    @Test
    void aVariableWithSeveralValuesLeavesAChoice() throws IOException {
        Value<String> sizes = new Choice<>(List.of(known("5"), known("6")), true);
        Configuration configuration = folder("== application.yml\n" + SIZE + ": ${A:1}\nurl: x${A}y${A}\n")
                .configurations()
                .of(Map.of("A", sizes));
        assertThat(configuration.get(SIZE).orElseThrow().candidates())
                .extracting(Known::value)
                .containsExactly("5", "6");
        assertThat(configuration.get("url").orElseThrow().isComplete()).isTrue();
        Configuration unknown = folder("== application.yml\n" + SIZE + ": ${A:1}\n")
                .configurations()
                .of(Map.of("A", new Value.Unknown<>("why")));
        assertThat(text(unknown, SIZE)).isEqualTo("${A}");
    }

    @Test
    void optionsOfTheJvmAreProperties() throws IOException {
        Configuration configuration = with(
                "== application-prod.yml\n" + SIZE + ": 7\nurl: ${db.host}\n",
                "JAVA_TOOL_OPTIONS",
                "-XX:+UseSerialGC -Dspring.profiles.active=prod \"-Ddb.host=a b\" -Dc=");
        assertThat(text(configuration, SIZE)).isEqualTo("7");
        assertThat(text(configuration, "c")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.config.import: 'optional:file:/etc/x.yml'",
                "spring.config.import: 'configtree:/etc/'",
                "spring.config.import: ['aws-secretsmanager:/prod/db']",
                "spring.config.import: 'classpath:${STAGE}.yml'",
                "spring.config.import: 'classpath:folder/'",
                "spring.config.additional-location: 'file:/x/'",
                "spring.config.name: other"
            })
    void whatIsReadElsewhereIsAGap(String line) throws IOException {
        Configurations configurations =
                folder("== application.yml\n" + line + "\nb: 1\n").configurations();
        Configuration configuration = configurations.of(Map.of());
        assertThat(configuration.isComplete()).isFalse();
        assertThat(configurations.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.kind()).isEqualTo(Gap.Kind.UNRESOLVED_VALUE);
            assertThat(gap.location().line()).isEqualTo(1);
        });
        assertThat(with("== application.yml\nb: 1\n").isComplete()).isTrue();
    }

    @Test
    void importsEndThoughTheyNameEachOther() throws IOException {
        Configuration configuration = with("""
                == application.yml
                spring.config.import: classpath:a.yml
                == a.yml
                spring.config.import: [b.yml, application.yml]
                x: 1
                == b.yml
                spring.config.import: "a.yml"
                x: 2
                """);
        assertThat(text(configuration, "x")).isEqualTo("2");
    }

    @Test
    void nothingOutsideOfTheRootIsRead() throws IOException {
        Files.createDirectories(root.resolve("src/main/resources"));
        Files.writeString(root.resolve("secret.yml"), "x: 1\n");
        Files.createSymbolicLink(root.resolve("src/main/resources/link.yml"), root.resolve("secret.yml"));
        Configuration configuration = with("""
                == application.yml
                spring.config.import: ["classpath:../../../secret.yml", "classpath:link.yml", "../../../secret.yml"]
                """);
        assertThat(configuration.get("x")).isEmpty();
    }

    @Test
    void whatCannotBeReadIsAGapWithALine() throws IOException {
        Configurations configurations = folder("""
                == application.yml
                a: 1
                b: [
                == application-prod.yml
                a: 2
                """).configurations();
        Configuration configuration = configurations.of(Map.of("SPRING_PROFILES_ACTIVE", known("prod")));
        assertThat(configuration.isComplete()).isFalse();
        assertThat(text(configuration, "a")).isEqualTo("2");
        assertThat(configurations.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.kind()).isEqualTo(Gap.Kind.UNPARSABLE_FILE);
            assertThat(gap.location().file()).isEqualTo("src/main/resources/application.yml");
            assertThat(gap.location().line()).isGreaterThan(1);
        });
    }

    @Test
    void encodingsAreRecognised() throws IOException {
        ClassPathFolder folder = folder("");
        folder.write("application.properties", "a=\u00e4\n".getBytes(StandardCharsets.ISO_8859_1));
        folder.write("application.yml", "\uFEFFb: \u00e4\n".getBytes(StandardCharsets.UTF_8));
        Configuration configuration = folder.with(Map.of());
        assertThat(text(configuration, "a")).isEqualTo("\u00e4");
        assertThat(text(configuration, "b")).isEqualTo("\u00e4");
    }

    @Test
    void aFileThatIsTooLargeIsAGap() throws IOException {
        ClassPathFolder folder = folder("");
        folder.write("application.yml", ("a: " + "x".repeat(3_000_000)).getBytes(StandardCharsets.UTF_8));
        Configurations configurations = folder.configurations();
        assertThat(configurations.of(Map.of()).isComplete()).isFalse();
        assertThat(configurations.gaps()).extracting(Gap::kind).containsExactly(Gap.Kind.UNREADABLE_FILE);
    }

    @Test
    void aliasesDoNotRepeatLongKeysWithoutEnd() throws IOException {
        StringBuilder files = new StringBuilder("== application.yml\na: &a\n  ? " + "k".repeat(50_000) + "\n  : 1\n");
        for (int i = 0; i < 1_000; i++) {
            files.append("b").append(i).append(": *a\n");
        }
        Configurations configurations = folder(files.toString()).configurations();
        assertThat(configurations.of(Map.of()).isComplete()).isFalse();
        assertThat(configurations.gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.reason()).contains("very long ones"));
    }

    @Test
    void filesAreReadOnce() throws IOException {
        ClassPathFolder folder = folder("== application.yml\na: 1\n");
        Configurations configurations = folder.configurations();
        assertThat(text(configurations.of(Map.of()), "a")).isEqualTo("1");
        folder.write("application.yml", "a: 2\n".getBytes(StandardCharsets.UTF_8));
        assertThat(text(configurations.of(Map.of()), "a")).isEqualTo("1");
    }

    private ClassPathFolder folder(String files) throws IOException {
        return new ClassPathFolder(root, "spring-boot", files);
    }

    private Configuration with(String files) throws IOException {
        return folder(files).with(Map.of());
    }

    private Configuration with(String files, String name, String value) throws IOException {
        return folder(files).with(Map.of(name, value));
    }

    private Configuration with(String files, String name, String value, String other, String text) throws IOException {
        return folder(files).with(Map.of(name, value, other, text));
    }

    private static Known<String> known(String text) {
        return new Known<>(text, Evidence.of(Location.ofLine("template.yaml", 3), "sets it"));
    }

    private static String text(Configuration configuration, String key) {
        return configuration.get(key).map(SpringConfigurationTest::text).orElse("absent");
    }

    private static String text(Configuration.Entry entry) {
        return entry.key() + "=" + text(entry.value());
    }

    private static String text(Value<String> value) {
        return value instanceof Known<String> known ? known.value() : "several";
    }

    private static Evidence evidence(Value<String> value) {
        return value.candidates().get(0).evidence();
    }

    private static String last(Value<String> value) {
        List<Evidence.Step> steps = evidence(value).steps();
        Evidence.Step step = steps.get(steps.size() - 1);
        return step.location() + ": " + step.text();
    }
}

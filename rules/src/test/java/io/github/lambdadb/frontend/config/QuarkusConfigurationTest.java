package io.github.lambdadb.frontend.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.ir.Configuration;
import io.github.lambdadb.value.Value;
import io.github.lambdadb.value.Value.Known;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarkusConfigurationTest {
    private static final String SIZE = "quarkus.datasource.jdbc.max-size";

    @TempDir
    private Path root;

    @Test
    void productionIsTheProfileUnlessAnotherIsNamed() throws IOException {
        String files = """
                == application.properties
                %prod.quarkus.datasource.jdbc.max-size=2
                quarkus.datasource.jdbc.max-size=1
                %dev.quarkus.datasource.jdbc.max-size=3
                %test,staging.quarkus.datasource.jdbc.max-size=4
                """;
        assertThat(text(with(files), SIZE)).isEqualTo("2");
        assertThat(text(with(files, "QUARKUS_PROFILE", "staging"), SIZE)).isEqualTo("4");
        assertThat(text(with(files, "QUARKUS_PROFILE", "other"), SIZE)).isEqualTo("1");
        Value<String> any = with(files, "QUARKUS_PROFILE", "${Stage}").get(SIZE).orElseThrow();
        assertThat(any.isComplete()).isFalse();
        assertThat(any.candidates()).extracting(Known::value).containsExactlyInAnyOrder("1", "2", "3", "4");
    }

    @Test
    void aValueOfAProfileStandsWhereItIsWritten() throws IOException {
        Value<String> size = with("""
                == application.yaml
                quarkus:
                  datasource:
                    jdbc: { max-size: 1 }
                "%prod":
                  quarkus:
                    datasource:
                      jdbc:
                        max-size: 2
                """).get(SIZE).orElseThrow();
        assertThat(text(size)).isEqualTo("2");
        assertThat(size.candidates()
                        .get(0)
                        .evidence()
                        .lastLocation()
                        .orElseThrow()
                        .line())
                .isEqualTo(8);
    }

    @Test
    void keysAreExact() throws IOException {
        Configuration configuration = with("== application.properties\nquarkus.datasource.jdbc.maxSize=1\n");
        assertThat(configuration.get(SIZE)).isEmpty();
    }

    @Test
    void yamlBeatsPropertiesAndBothBeatMicroProfile() throws IOException {
        String files = """
                == META-INF/microprofile-config.properties
                a=1
                b=1
                c=1
                == application.properties
                a=2
                b=2
                == application.yaml
                a: 3
                """;
        Configuration configuration = with(files);
        assertThat(text(configuration, "a")).isEqualTo("3");
        assertThat(text(configuration, "b")).isEqualTo("2");
        assertThat(text(configuration, "c")).isEqualTo("1");
    }

    @Test
    void namedDataSourcesHaveQuotesOrNone() throws IOException {
        Configuration configuration = with("""
                == application.properties
                quarkus.datasource.db-kind=postgresql
                quarkus.datasource."orders".jdbc.url=u
                quarkus.datasource.users.jdbc.url=v
                quarkus.datasource."a.b".jdbc.url=w
                """, "QUARKUS_DATASOURCE__ORDERS__JDBC_MAX_SIZE", "7");
        assertThat(configuration.names("quarkus.datasource")).containsExactly("a.b", "orders", "users");
        assertThat(text(configuration, "quarkus.datasource.\"orders\".jdbc.url"))
                .isEqualTo("u");
        assertThat(text(configuration, "quarkus.datasource.\"users\".jdbc.url")).isEqualTo("v");
        assertThat(text(configuration, "quarkus.datasource.\"a.b\".jdbc.url")).isEqualTo("w");
        assertThat(text(configuration, "quarkus.datasource.\"orders\".jdbc.max-size"))
                .isEqualTo("7");
        assertThat(configuration.below("quarkus.datasource.\"orders\".jdbc"))
                .extracting(Configuration.Entry::key)
                .containsExactly("max-size", "url");
    }

    @Test
    void anEmptyTextIsNoValue() throws IOException {
        assertThat(with("== application.properties\na=\n").get("a")).isEmpty();
    }

    @Test
    void aListIsOneTextToo() throws IOException {
        Configuration configuration = with("== application.yaml\na: [x, 'y,z']\n");
        assertThat(text(configuration, "a")).isEqualTo("x,y\\,z");
        assertThat(text(configuration, "a[1]")).isEqualTo("y,z");
    }

    @Test
    void secretsThatAreDecodedAreHoles() throws IOException {
        assertThat(text(with("== application.properties\na=${aes::abc}\n"), "a"))
                .isEqualTo("${aes::abc}");
    }

    private Configuration with(String files) throws IOException {
        return new ClassPathFolder(root, "quarkus", files).with(Map.of());
    }

    private Configuration with(String files, String name, String value) throws IOException {
        return new ClassPathFolder(root, "quarkus", files).with(Map.of(name, value));
    }

    private static String text(Configuration configuration, String key) {
        return configuration.get(key).map(QuarkusConfigurationTest::text).orElse("absent");
    }

    private static String text(Value<String> value) {
        return value instanceof Known<String> known ? known.value() : "several";
    }
}

package io.github.lambdadb.frontend.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.ir.Configuration;
import io.github.lambdadb.value.Value.Known;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MicronautConfigurationTest {
    private static final String SIZE = "datasources.default.maximum-pool-size";

    @TempDir
    private Path root;

    @Test
    void bordersOfWordsHaveSeveralSpellings() throws IOException {
        assertThat(text(with("== application.yml\ndatasources.default.maximumPoolSize: 5\n"), SIZE))
                .isEqualTo("5");
        assertThat(text(with("== application.properties\ndatasources.default.maximum_pool_size=6\n"), SIZE))
                .isEqualTo("6");
        assertThat(with("== application.properties\ndatasources.default.maximumpoolsize=6\n== application.yml\na: 1\n")
                        .get(SIZE))
                .isEmpty();
    }

    @Test
    void someEnvironmentsAreActiveOnLambda() throws IOException {
        String files = """
                == application.yml
                datasources.default.maximum-pool-size: 1
                == application-ec2.yml
                datasources.default.maximum-pool-size: 2
                == application-prod.yml
                datasources.default.maximum-pool-size: 3
                """;
        assertThat(text(with(files), SIZE)).isEqualTo("2");
        assertThat(text(with(files, "MICRONAUT_ENVIRONMENTS", "prod"), SIZE)).isEqualTo("3");
        String function = files + "== application-function.yml\ndatasources.default.maximum-pool-size: 4\n";
        assertThat(text(with(function, "MICRONAUT_ENVIRONMENTS", "prod"), SIZE)).isEqualTo("4");
    }

    @Test
    void filesDoNotNameEnvironments() throws IOException {
        String files = """
                == application.yml
                micronaut.environments: prod
                datasources.default.maximum-pool-size: 1
                == application-prod.yml
                datasources.default.maximum-pool-size: 3
                """;
        assertThat(text(with(files), SIZE)).isEqualTo("1");
    }

    @Test
    void variablesBeatFiles() throws IOException {
        Configuration configuration = with(
                "== application.yml\ndatasources:\n  default:\n    url: ${JDBC_URL:`jdbc:h2:mem`}\n    maximumPoolSize: 1\n",
                "DATASOURCES_DEFAULT_MAXIMUM_POOL_SIZE",
                "9");
        assertThat(text(configuration, SIZE)).isEqualTo("9");
        assertThat(configuration.names("datasources")).containsExactly("default");
        assertThat(configuration.below("datasources.default"))
                .extracting(Configuration.Entry::key)
                .containsExactly("maximum-pool-size", "url");
    }

    @Test
    void aDefaultWithColonsNeedsBackticks() throws IOException {
        Configuration configuration = with("""
                == application.yml
                a: ${A:`jdbc:h2:mem:x`}
                b: ${A:B:c}
                """, "B", "d");
        assertThat(text(configuration, "a")).isEqualTo("jdbc:h2:mem:x");
        assertThat(text(configuration, "b")).isEqualTo("d");
    }

    private Configuration with(String files) throws IOException {
        return new ClassPathFolder(root, "micronaut", files).with(Map.of());
    }

    private Configuration with(String files, String name, String value) throws IOException {
        return new ClassPathFolder(root, "micronaut", files).with(Map.of(name, value));
    }

    private static String text(Configuration configuration, String key) {
        return configuration
                .get(key)
                .map(value -> value instanceof Known<String> known ? known.value() : "several")
                .orElse("absent");
    }
}

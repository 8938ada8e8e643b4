package io.github.lambdadb.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

final class ContinuousIntegrationTest {
    @Test
    void aVariableOfABuildServerTells() {
        assertThat(variable()).isEmpty();
        assertThat(variable("CI", "true")).contains("CI");
        assertThat(variable("JENKINS_URL", "https://build.example.com")).contains("JENKINS_URL");
        assertThat(variable("CI", " ")).isEmpty();
        assertThat(variable("TRAVIS", "false")).isEmpty();
    }

    @Test
    void theCommonVariableMayDenyIt() {
        assertThat(variable("CI", "false", "GITHUB_ACTIONS", "true")).isEmpty();
    }

    private static Optional<String> variable(String... pairs) {
        Properties properties = new Properties();
        for (int i = 0; i < pairs.length; i += 2) {
            properties.setProperty("env." + pairs[i], pairs[i + 1]);
        }
        return ContinuousIntegration.variable(properties);
    }
}

package io.github.lambdadb.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

    @Test
    void aServerHasFormatsOfItsOwn() {
        assertThat(formats("CI", "true", "GITHUB_ACTIONS", "true")).containsExactly("github", "markdown");
        assertThat(formats("CI", "true", "GITLAB_CI", "true")).containsExactly("gitlab");
        assertThat(formats("JENKINS_URL", "https://build.example.com")).containsExactly("checkstyle");
        assertThat(formats("CI", "true", "CIRCLECI", "true")).isEmpty();
        assertThat(formats("CI", "false", "GITHUB_ACTIONS", "true")).isEmpty();
        assertThat(formats()).isEmpty();
    }

    private static Optional<String> variable(String... pairs) {
        return ContinuousIntegration.variable(environment(pairs));
    }

    private static List<String> formats(String... pairs) {
        return ContinuousIntegration.formats(environment(pairs));
    }

    private static Properties environment(String... pairs) {
        Properties properties = new Properties();
        for (int i = 0; i < pairs.length; i += 2) {
            properties.setProperty("env." + pairs[i], pairs[i + 1]);
        }
        return properties;
    }
}

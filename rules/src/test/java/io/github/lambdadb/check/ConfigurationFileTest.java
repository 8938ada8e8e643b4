package io.github.lambdadb.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigurationFileTest {
    private static final String TEXT = """
            failOn: error
            includes: [a/**, b/**]
            excludes: c/**, d/**
            rules:
              eager-connections: off
              oversized-pool: { severity: error, limit: 4 }
            """;

    @Test
    void settingsKeepTheirPlaces() {
        ConfigurationFile file = ConfigurationFile.parse("lambda-db.yaml", TEXT);
        assertThat(file.setting("failOn")).contains(new UserSetting("failOn", "error", "in lambda-db.yaml:1"));
        assertThat(file.setting("lifecycle")).isEmpty();
        assertThat(file.settings("includes")).extracting(UserSetting::value).containsExactly("a/**", "b/**");
        assertThat(file.settings("excludes")).extracting(UserSetting::value).containsExactly("c/**", "d/**");
        assertThat(file.rules())
                .containsExactly(
                        new UserSetting("eager-connections", "off", "in lambda-db.yaml:5"),
                        new UserSetting("oversized-pool", "error", "in lambda-db.yaml:6"),
                        new UserSetting("oversized-pool.limit", "4", "in lambda-db.yaml:6"));
    }

    @Test
    void whatIsWrongIsOneLineWithItsPlace() {
        assertThatThrownBy(() ->
                        ConfigurationFile.parse("lambda-db.yaml", "failon: x").refuseOthersThan(List.of("failOn")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Unknown parameter 'failon' (value 'x', set in lambda-db.yaml:1); the nearest known is"
                        + " 'failOn'.");
        assertThatThrownBy(() -> ConfigurationFile.parse("lambda-db.yaml", "a: 1\na: 2"))
                .hasMessage("lambda-db.yaml:2:1: the key 'a' stands twice.".replace(":2:1", ":2"));
        assertThatThrownBy(() -> ConfigurationFile.parse("lambda-db.yaml", "[".repeat(5_000)))
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> ConfigurationFile.parse("x.yaml", "rules: off").rules())
                .hasMessage("x.yaml:1: keys with values are expected here.");
    }

    @Test
    void functionsHaveALifecycleOfTheirOwn() {
        ConfigurationFile file = ConfigurationFile.parse(
                "lambda-db.yaml",
                "functions:\n  nightly-*: { lifecycle: per-invocation }\n  orders:\n    lifecycle: kept");
        assertThat(file.functions())
                .containsExactly(
                        new UserSetting("nightly-*", "per-invocation", "in lambda-db.yaml:2"),
                        new UserSetting("orders", "kept", "in lambda-db.yaml:3"));
        assertThatThrownBy(() -> ConfigurationFile.parse("x.yaml", "functions: {a: {lifecicle: kept}}")
                        .functions())
                .hasMessage("Unknown setting of function 'a': 'lifecicle' (value 'kept', set in x.yaml:1); the nearest"
                        + " known is 'lifecycle'.");
        assertThatThrownBy(() -> ConfigurationFile.parse("x.yaml", "functions: {a: {lifecycle: keep}}")
                        .functions())
                .hasMessageStartingWith("'lifecycle' cannot be 'keep' (set in x.yaml:1); the nearest known is 'kept'.");
        assertThatThrownBy(() -> ConfigurationFile.parse("x.yaml", "functions: {a: kept}")
                        .functions())
                .hasMessage("x.yaml:1: keys with values are expected here.");
    }

    @Test
    void theNearestFileOnTheWayToTheRootCounts(@TempDir Path root) throws IOException {
        Path module = Files.createDirectories(root.resolve("a/b"));
        assertThat(ConfigurationFile.nearest(root, module).names("failOn")).isFalse();
        Files.writeString(root.resolve("lambda-db.yaml"), "failOn: note");
        assertThat(ConfigurationFile.nearest(root, module).setting("failOn"))
                .contains(new UserSetting("failOn", "note", "in lambda-db.yaml:1"));
        Files.writeString(root.resolve("a/lambda-db.yaml"), "failOn: error");
        assertThat(ConfigurationFile.nearest(root, module).setting("failOn"))
                .contains(new UserSetting("failOn", "error", "in a/lambda-db.yaml:1"));
    }
}

package io.github.lambdadb.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SuppressionsFileTest {
    private static final String GOOD = """
            # kept by the platform team
            - rule: oversized-pool
              path: "orders/src/**"
              reason: reads four shards in parallel
            """;

    @Test
    void entriesKeepTheirPlace() {
        FileSuppression one = SuppressionsFile.parse("s.yaml", GOOD).get(0);
        assertThat(one.reason()).isEqualTo("reads four shards in parallel");
        assertThat(one.location()).hasToString("s.yaml:2");
        assertThat(one.silences("oversized-pool", "orders/src/main/java/A.java"))
                .isTrue();
        assertThat(one.silences("oversized-pool", "stock/src/main/java/A.java")).isFalse();
        assertThat(one.silences("missing-program-name", "orders/src/main/java/A.java"))
                .isFalse();
    }

    @Test
    void onlyTheModuleThatAloneIsMeantCanSayThatNothingIsSilenced() {
        FileSuppression one = SuppressionsFile.parse("s.yaml", GOOD).get(0);
        assertThat(one.isOnlyAbout("orders")).isTrue();
        assertThat(one.isOnlyAbout("")).isTrue();
        assertThat(one.isOnlyAbout("ord")).isFalse();
        FileSuppression anywhere = SuppressionsFile.parse("s.yaml", GOOD.replace("orders/src/**", "**/A.java"))
                .get(0);
        assertThat(anywhere.isOnlyAbout("orders")).isFalse();
        FileSuppression literal = SuppressionsFile.parse("s.yaml", GOOD.replace("orders/src/**", "orders/A.java"))
                .get(0);
        assertThat(literal.isOnlyAbout("orders")).isTrue();
    }

    @Test
    void whatIsWrongIsOneLineWithItsPlace() {
        wrong(GOOD.replaceAll("  reason.*\n", ""), "s.yaml:2: the suppression has no reason.");
        wrong(GOOD.replace("reads four shards in parallel", "''"), "s.yaml:2: the suppression has no reason.");
        wrong(
                "- rule: a\n  pth: b",
                "Unknown key of a suppression 'pth' (value 'b', set in s.yaml:2); the nearest known is 'path'.");
        wrong("rule: a", "s.yaml:1: a list of suppressions is expected.");
        wrong("- a", "s.yaml:1: a suppression has the keys rule, path and reason.");
        wrong(GOOD + "---\n[]", "s.yaml:6: one document is expected.");
        assertThatThrownBy(() -> SuppressionsFile.parse("s.yaml", GOOD.replace("orders/src/**", "a[")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("set in s.yaml:2")
                .hasMessageContaining("a glob");
        assertThatThrownBy(() -> SuppressionsFile.parse("s.yaml", "[".repeat(5_000)))
                .isInstanceOf(ConfigurationException.class)
                .message()
                .hasLineCount(1);
    }

    @Test
    void theFileIsReadBelowTheRoot(@TempDir Path root) throws IOException {
        UserSetting setting = new UserSetting("suppressionsFile", "s.yaml", "in the POM");
        assertThat(SuppressionsFile.read(root, setting.withValue(""))).isEmpty();
        assertThatThrownBy(() -> SuppressionsFile.read(root, setting))
                .hasMessage("'suppressionsFile' cannot be 's.yaml' (set in the POM): there is no such file in the"
                        + " repository.");
        Files.writeString(root.resolve("s.yaml"), GOOD);
        assertThat(SuppressionsFile.read(root, setting)).hasSize(1);
    }

    @Test
    void aRuleThatDoesNotExistIsRefused() {
        List<FileSuppression> misspelt =
                SuppressionsFile.parse("s.yaml", GOOD.replace("oversized-pool", "oversize-pool"));
        Policy policy =
                new Policy(List.of(), 2, List.of(), 1000, 0, "either", List.of(), FailOn.WARNING, misspelt, "default");
        assertThatThrownBy(() -> RuleSet.of(RuleSet.installed(), policy))
                .hasMessage(
                        "Unknown rule 'oversize-pool' (value 'oversize-pool', set in s.yaml:2); the nearest known is"
                                + " 'oversized-pool'.");
    }

    private static void wrong(String text, String message) {
        assertThatThrownBy(() -> SuppressionsFile.parse("s.yaml", text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
    }
}

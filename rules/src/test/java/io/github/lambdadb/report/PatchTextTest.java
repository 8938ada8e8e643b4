package io.github.lambdadb.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.Coverage;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.report.patch.PatchText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PatchTextTest {
    private static final PatchText PATCHES = PatchText.of(Facts.none(new Coverage(0, 0, 0, 0, 0)));

    @Test
    void linesAroundAChangeAreShown() {
        assertThat(PATCHES.of("a/B.java", "one\ntwo\nthree\n", "one\n2\nthree\n"))
                .contains("--- a/a/B.java\n+++ b/a/B.java\n@@ -1,3 +1,3 @@\n one\n-two\n+2\n three\n");
    }

    @Test
    void aLastLineWithoutItsEndIsSaidToHaveNone() {
        assertThat(PATCHES.of("a", "one\ntwo", "1\ntwo").orElseThrow())
                .endsWith(" two\n\\ No newline at end of file\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "config.setPassword(\"hunter2\");",
                "properties.put(\"password\", \"hunter2\");",
                "url = \"jdbc:postgresql://orders:hunter2@db/orders\";",
                "spring.datasource.password=hunter2"
            })
    void aSecretIsNeitherContextNorChanged(String secret) {
        String before = secret + "\none\n";
        assertThat(PATCHES.of("a", before, secret + "\n1\n").orElseThrow())
                .doesNotContain("hunter2")
                .contains("-one\n+1\n");
        assertThat(PATCHES.of("a", before, secret + " // x\none\n")).isEmpty();
    }

    @Test
    void aVariableThatHoldsASecretIsNone() {
        assertThat(PATCHES.of(
                                "a",
                                "f(System.getenv(\"DB_PASSWORD\"));\none\n",
                                "f(System.getenv(\"DB_PASSWORD\"));\n1\n")
                        .orElseThrow())
                .contains("DB_PASSWORD");
    }
}

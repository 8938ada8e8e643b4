package io.github.lambdadb.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdadb.issue.Baseline;
import io.github.lambdadb.issue.Baseline.Entry;
import io.github.lambdadb.report.baseline.BaselineReader;
import io.github.lambdadb.report.baseline.BaselineText;
import io.github.lambdadb.report.baseline.MalformedBaselineException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BaselineTextTest {
    private static final Entry FIRST = new Entry("a/A.java", "oversized-pool", "shop.A.<clinit>()", "POOL", "0b");
    private static final Entry SECOND = new Entry("b/Größe.java", "eager-connections", "shop.G.open()", "", "0a");

    @Test
    void aFindingIsOneLineAndTheLinesAreSorted() {
        assertThat(BaselineText.of(new Baseline(List.of(SECOND, FIRST)))).isEqualTo("""
                {
                  "formatVersion": 1,
                  "findings": [
                    { "file": "a/A.java", "rule": "oversized-pool", "member": "shop.A.<clinit>()", "name": "POOL", "fingerprint": "0b" },
                    { "file": "b/Größe.java", "rule": "eager-connections", "member": "shop.G.open()", "name": "", "fingerprint": "0a" }
                  ]
                }
                """);
        assertThat(BaselineText.of(new Baseline(List.of())))
                .isEqualTo("{\n  \"formatVersion\": 1,\n  \"findings\": []\n}\n");
    }

    @Test
    void whatWasWrittenIsReadAgain() throws MalformedBaselineException {
        Entry hostile = new Entry("a\"b\\\u202e\n\ud800.java", "r", "\u007f\ud83d\ude00", "\ufeff\u2028", "0c");
        String text = BaselineText.of(new Baseline(List.of(SECOND, hostile, FIRST)));
        assertThat(BaselineReader.read(text).entries()).containsExactlyInAnyOrder(FIRST, SECOND, hostile);
        assertThat(text.lines()).hasSize(8);
        assertThat(text).contains("\\u202e", "\\ud800", "\ud83d\ude00");
    }

    @Test
    void secretsAreNotWritten() {
        Entry entry = new Entry("A.java", "r", "m", "jdbc:postgresql://app:hunter2@db/x?password=hunter2", "0c");
        assertThat(BaselineText.of(new Baseline(List.of(entry)))).doesNotContain("hunter2");
    }

    @Test
    void aTextThatIsNoBaselineIsRefusedWithTheLine() {
        String line =
                "{ \"file\": \"A\", \"rule\": \"r\", \"member\": \"m\", \"name\": \"n\", \"fingerprint\": \"0c\" }";
        refused("", 1, "expected an object with 'formatVersion' and 'findings'");
        refused("accepted", 1, "this is not JSON: Unrecognized token 'accepted'");
        refused("[]", 1, "expected an object with 'formatVersion' and 'findings'");
        refused("{ \"findings\": [] }", 1, "expected 'formatVersion' here");
        refused("{ \"formatVersion\": 2,\n \"findings\": [] }", 1, "'formatVersion' is 2");
        refused(file(line + ",\n<<<<<<< ours\n" + line), 4, "this is not JSON: Unexpected character ('<'");
        refused(file(line + ",\n" + line), 4, "the same finding as in line 3");
        refused(file(line + ",\n" + line.replace("rule", "rules")), 4, "a finding has no 'rules'");
        refused(file(line.replace(", \"name\": \"n\"", "")), 3, "the finding lacks 'name'");
        refused(file(line.replace("\"n\"", "7")), 3, "expected a text as 'name'");
        refused(file(line.replace("\"member\"", "\"file\"")), 3, "'file' stands twice in one finding");
        refused(file(line + ",\n7"), 4, "expected an object for each finding");
        refused(file(line) + "{}", 4, "something follows the end");
        refused("{ \"formatVersion\": 1,\n\"findings\": [\n", 3, "this is not JSON: Unexpected end-of-input");
    }

    private static String file(String lines) {
        return "{ \"formatVersion\": 1,\n\"findings\": [\n" + lines + "\n]}";
    }

    private static void refused(String text, int line, String reason) {
        assertThatThrownBy(() -> BaselineReader.read(text))
                .isInstanceOfSatisfying(
                        MalformedBaselineException.class,
                        refused -> assertThat(refused.line()).isEqualTo(line))
                .hasMessageStartingWith(reason)
                .hasMessageNotContaining("\n");
    }
}

package io.github.lambdadb.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.report.console.ConsoleLine;
import io.github.lambdadb.report.console.ConsoleLine.Level;
import io.github.lambdadb.report.console.ConsoleReport;
import io.github.lambdadb.report.console.RuleTable;
import io.github.lambdadb.report.console.RuleText;
import io.github.lambdadb.report.facts.FactsText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TerminalTextTest {
    private static final Path ROOT = Path.of("/repo");
    private static final List<ConsoleLine> CONSOLE =
            new ConsoleReport(ROOT, "", SampleReport.full(), Duration.ofMillis(420)).lines();

    @Test
    void aFindingIsOneLineThatEditorsRecognise() {
        assertThat(CONSOLE.get(0).level()).isEqualTo(Level.WARNING);
        assertThat(CONSOLE.get(0).text())
                .isEqualTo(ROOT.resolve("order service/src/main/java/com/acme/Größe.java")
                        + ":[23,9] oversized-pool: The pool of jdbc:postgresql://***@db:5432/orders?password=***&x=y"
                        + " may open 10 connections.");
        assertThat(CONSOLE.get(3).level()).isEqualTo(Level.ERROR);
    }

    @Test
    void evidenceIsIndentedAndTheSummaryIsLast() {
        assertThat(CONSOLE.get(1))
                .isEqualTo(new ConsoleLine(
                        Level.INFO,
                        "    order service/src/main/java/com/acme/Größe.java:11 the handler 'Orders' calls open()"));
        assertThat(CONSOLE.get(CONSOLE.size() - 1).text())
                .isEqualTo("lambda-db: 1 function, 1 connection source; 1 error, 1 warning, 0 notes; 1 suppressed,"
                        + " 1 baselined; 2 gaps; 14 files read, 5 parsed, 3 lowered; 0.4 s");
    }

    @Test
    void anUnparsableFileIsAWarningAndOtherGapsAreForDebugging() {
        assertThat(CONSOLE)
                .contains(new ConsoleLine(Level.WARNING, ROOT + "/src/Broken.java:[3,7] not analysed: expected ';'"));
        assertThat(CONSOLE)
                .anyMatch(line -> line.level() == Level.DEBUG && line.text().endsWith("reflection"));
    }

    @Test
    void aModuleWithoutFunctionsIsOneQuietLine() {
        assertThat(new ConsoleReport(ROOT, "", SampleReport.empty(), Duration.ZERO).lines())
                .containsExactly(
                        new ConsoleLine(Level.DEBUG, "No Lambda function found; 7 files read, 0 parsed, 0 lowered."));
    }

    @Test
    void factsTellEverySettingWithItsOriginAndNoSecret() {
        String text =
                String.join(" ", FactsText.lines(SampleReport.full().facts())).replaceAll(" +", " ");
        assertThat(text)
                .contains("maximumPoolSize 10 | 20 | … (code order service/src/main/java/com/acme/Größe.java:24)")
                .contains("password *** (code)")
                .contains("idleTimeout unknown: from the network (unknown)")
                .doesNotContain(SampleReport.SECRET);
    }

    @Test
    void aRulePageIsPlainTextOfLimitedWidth() {
        List<String> lines = RuleText.lines(SampleReport.RULE, SampleReport.page());
        assertThat(lines).allMatch(line -> line.length() <= 80 - "[INFO] ".length());
        assertThat(lines)
                .contains("WHAT IT REPORTS", "  - first", "    config.setPassword(\"secret\");", "How to suppress")
                .noneMatch(line -> line.contains("`"));
        assertThat(String.join(" ", lines)).contains("the manual (https://example.org/manual)");
    }

    @Test
    void theTableListsIdSeverityAndTitle() {
        assertThat(RuleTable.lines(List.of(SampleReport.RULE)))
                .containsExactly(
                        "oversized-pool  warning  Pool opens more connections than one execution",
                        "                         environment can use",
                        "",
                        "1 rule; -Drule=ID shows the page of one.");
    }

    @Test
    void analysedCodeCannotWriteControlCharactersToTheLog() {
        assertThat(Wrapped.line("a\n[INFO] BUILD SUCCESS\u001b[2J\u202e")).isEqualTo("a [INFO] BUILD SUCCESS [2J ");
    }
}

package io.github.lambdadb.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.issue.Issue;
import io.github.lambdadb.report.github.GithubReporter;
import io.github.lambdadb.report.gitlab.GitlabReporter;
import io.github.lambdadb.report.markdown.MarkdownReporter;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What GitHub and GitLab ask of their formats. */
final class TextReportersTest {
    private static final List<String> COMMANDS =
            new GithubReporter().render(HostileReport.report()).lines().toList();

    @Test
    void aCommandIsOneLineAndTheMostSevereComeFirst() {
        assertThat(COMMANDS)
                .extracting(command -> command.substring(0, command.indexOf(' ')))
                .containsExactly("::error", "::warning", "::warning", "::warning", "::notice");
    }

    @Test
    void aCommandEscapesWhatEndsItsParts() {
        assertThat(COMMANDS.get(4))
                .startsWith("::notice file=a%2Cb%3A c/<100%25> & ä|_.java,line=7,endLine=7,col=3,endColumn=9,"
                        + "title=lambda-db%3A missing-program-name::A <b>")
                .contains("100 %25 ünïcode")
                .contains("#7%0Asecond");
    }

    @Test
    void columnsAreLeftOutWhereARangeHasSeveralLines() {
        assertThat(COMMANDS.get(0)).contains(",line=30,endLine=34,title=");
    }

    @Test
    void noTwoEntriesOfGitlabHaveTheSameFingerprint() {
        List<String> fingerprints = Pattern.compile("\"fingerprint\": \"([^\"]+)\"")
                .matcher(new GitlabReporter().render(HostileReport.report()))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(fingerprints).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void aRowOfTheSummaryIsOneLineWithItsCells() {
        List<String> rows = new MarkdownReporter()
                .render(HostileReport.report())
                .lines()
                .filter(line -> line.startsWith("| note"))
                .toList();
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.split("(?<!\\\\)\\|", -1)).hasSize(6);
            assertThat(row)
                    .contains("\\<script\\>")
                    .contains("<span>@</span>team")
                    .doesNotContain("<b>");
        });
    }

    @Test
    void aLongTableIsCut() {
        CheckReport sample = HostileReport.report();
        Issue note = sample.issues().get(4);
        String summary = new MarkdownReporter()
                .render(new CheckReport(
                        sample.rules(),
                        sample.pages(),
                        Collections.nCopies(140, note),
                        sample.facts(),
                        List.of(),
                        sample.outcome()));
        assertThat(summary.lines().filter(line -> line.startsWith("| note"))).hasSize(100);
        assertThat(summary).contains("and 40 more");
    }
}

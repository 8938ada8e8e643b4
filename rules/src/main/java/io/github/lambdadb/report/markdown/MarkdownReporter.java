package io.github.lambdadb.report.markdown;

import com.google.auto.service.AutoService;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.issue.Issue;
import io.github.lambdadb.issue.Outcome;
import io.github.lambdadb.report.Counts;
import io.github.lambdadb.report.Reporter;
import io.github.lambdadb.report.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A summary in GitHub's Markdown, for the page of a build or a comment on a pull request: what was found, the most severe first, what
 * was accepted, what could not be seen. Long tables are cut, since such pages take a limited length.
 */
@AutoService(Reporter.class)
public final class MarkdownReporter implements Reporter {
    /** Rows of a table; GitHub takes comments of 65,536 characters. */
    private static final int MOST = 100;

    @Override
    public String name() {
        return "markdown";
    }

    @Override
    public String fileName() {
        return "lambda-db.md";
    }

    @Override
    public String render(CheckReport report) {
        List<Issue> open = report.issues().stream()
                .filter(Issue::isOpen)
                .sorted(Comparator.comparing(Issue::severity).reversed())
                .toList();
        List<Issue> silenced =
                report.issues().stream().filter(issue -> !issue.isOpen()).toList();
        return "## lambda-db\n\n"
                + summary(report)
                + table("Findings", List.of("Severity", "Rule", "Place", "Finding"), open, MarkdownReporter::finding)
                + table("Accepted", List.of("Rule", "Place", "Finding", "Why"), silenced, MarkdownReporter::silenced)
                + table(
                        "Not seen",
                        List.of("Place", "What", "Why"),
                        report.facts().gaps(),
                        MarkdownReporter::gap);
    }

    private static String summary(CheckReport report) {
        String outcome = report.outcome() instanceof Outcome.Failed failed
                ? "**Failed**: " + MarkdownText.of(failed.summary())
                : "**Passed**.";
        String rules = report.failures().stream()
                .map(failure -> "Rule " + MarkdownText.code(failure.rule()) + " failed: "
                        + MarkdownText.of(failure.reason()) + "\n\n")
                .collect(Collectors.joining());
        return "%s %s.\n\n%s".formatted(outcome, Counts.of(report).line(), rules);
    }

    private static List<String> finding(Issue issue) {
        return List.of(
                issue.severity().level(),
                MarkdownText.code(issue.rule().id()),
                MarkdownText.code(issue.finding().location().toString()),
                MarkdownText.of(issue.finding().message()));
    }

    private static List<String> silenced(Issue issue) {
        return List.of(
                MarkdownText.code(issue.rule().id()),
                MarkdownText.code(issue.finding().location().toString()),
                MarkdownText.of(issue.finding().message()),
                MarkdownText.of(Words.why(issue.status())));
    }

    private static List<String> gap(Gap gap) {
        return List.of(
                MarkdownText.code(gap.location().toString()),
                MarkdownText.of(Words.of(gap.kind())),
                MarkdownText.of(gap.reason()));
    }

    /** Nothing when there are no elements. */
    private static <T> String table(
            String title, List<String> head, List<T> elements, Function<T, List<String>> cells) {
        if (elements.isEmpty()) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        lines.add("### " + title + "\n");
        lines.add(row(head));
        lines.add("|" + "---|".repeat(head.size()));
        elements.stream().limit(MOST).map(cells).map(MarkdownReporter::row).forEach(lines::add);
        if (elements.size() > MOST) {
            lines.add("\nand " + (elements.size() - MOST) + " more, which the other reports show.");
        }
        return String.join("\n", lines) + "\n\n";
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }
}

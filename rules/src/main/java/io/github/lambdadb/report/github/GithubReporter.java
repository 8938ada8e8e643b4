package io.github.lambdadb.report.github;

import com.google.auto.service.AutoService;
import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.issue.Issue;
import io.github.lambdadb.report.Reporter;
import io.github.lambdadb.report.Wrapped;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.source.Location;
import java.util.Comparator;
import java.util.stream.Collectors;

/**
 * Open findings as workflow commands of GitHub Actions, one a line, which GitHub shows at the lines of a pull request when it reads
 * them in the output of a step. The most severe stand first, since GitHub shows only the first ten of each kind.
 */
@AutoService(Reporter.class)
public final class GithubReporter implements Reporter {
    @Override
    public String name() {
        return "github";
    }

    @Override
    public String fileName() {
        return "lambda-db-github.txt";
    }

    @Override
    public String render(CheckReport report) {
        return report.issues().stream()
                .filter(Issue::isOpen)
                .sorted(Comparator.comparing(Issue::severity).reversed())
                .map(GithubReporter::command)
                .collect(Collectors.joining());
    }

    private static String command(Issue issue) {
        Location location = issue.finding().location();
        // GitHub takes columns only where the range is on one line
        String columns = location.endLine() == location.line()
                ? ",col=%d,endColumn=%d".formatted(location.column(), Math.max(location.column(), location.endColumn()))
                : "";
        return "::%s file=%s,line=%d,endLine=%d%s,title=%s::%s\n"
                .formatted(
                        command(issue.severity()),
                        property(location.file()),
                        location.line(),
                        Math.max(location.line(), location.endLine()),
                        columns,
                        property("lambda-db: " + issue.rule().id()),
                        data(issue.finding().message()));
    }

    private static String command(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "notice";
        };
    }

    /** Percent signs and line ends, as the toolkit of GitHub's actions escapes what stands behind the second pair of colons. */
    private static String data(String text) {
        return text.lines().map(line -> Wrapped.line(line).replace("%", "%25")).collect(Collectors.joining("%0A"));
    }

    /** As the toolkit escapes a property's value. */
    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}

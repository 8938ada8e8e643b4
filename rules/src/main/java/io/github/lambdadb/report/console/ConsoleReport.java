package io.github.lambdadb.report.console;

import io.github.lambdadb.facts.Coverage;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.issue.Issue;
import io.github.lambdadb.report.Counts;
import io.github.lambdadb.report.Wrapped;
import io.github.lambdadb.report.console.ConsoleLine.Level;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The report of one module as the build's log shows it: findings that an editor can jump to, their evidence, files that
 * could not be read, one summary; further gaps for those who debug. A module without functions gets one quiet line.
 *
 * @param root the folder that locations are relative to
 * @param module the module's name, empty if there is only one
 */
public record ConsoleReport(Path root, String module, CheckReport report, Duration took) {
    public List<ConsoleLine> lines() {
        List<ConsoleLine> lines = new ArrayList<>();
        report.issues().stream().filter(Issue::isOpen).forEach(issue -> addIssue(lines, issue));
        report.facts().gaps().forEach(gap -> lines.add(gap(gap)));
        lines.add(
                report.isEmpty()
                        ? new ConsoleLine(Level.DEBUG, "No Lambda function found; " + coverage() + ".")
                        : new ConsoleLine(Level.INFO, summary()));
        return lines;
    }

    private void addIssue(List<ConsoleLine> lines, Issue issue) {
        String text = place(issue.finding().location()) + " " + issue.rule().id() + ": "
                + issue.finding().message();
        lines.add(new ConsoleLine(level(issue.severity()), Wrapped.line(text)));
        for (Evidence.Step step : issue.finding().evidence().steps()) {
            String at = step.location().file() + ":" + step.location().line();
            lines.add(new ConsoleLine(Level.INFO, "    " + Wrapped.line(at + " " + step.text())));
        }
    }

    private ConsoleLine gap(Gap gap) {
        Level level = switch (gap.kind()) {
            case UNPARSABLE_FILE, UNREADABLE_FILE, IGNORED_SUPPRESSION, OTHER_LANGUAGE -> Level.WARNING;
            default -> Level.DEBUG;
        };
        String what = gap.kind() == Gap.Kind.IGNORED_SUPPRESSION ? " " : " not analysed: ";
        return new ConsoleLine(level, Wrapped.line(place(gap.location()) + what + gap.reason()));
    }

    private String summary() {
        return "lambda-db%s: %s; %s; %s s"
                .formatted(
                        module.isEmpty() ? "" : " in " + module,
                        Counts.of(report).line(),
                        coverage(),
                        String.format(Locale.ROOT, "%.1f", took.toMillis() / 1000.0));
    }

    private String coverage() {
        Coverage coverage = report.facts().coverage();
        return "%s read, %d parsed, %d lowered"
                .formatted(
                        Counts.counted(coverage.filesRead(), "file"), coverage.filesParsed(), coverage.filesLowered());
    }

    /** javac's form, which editors and build servers recognise. */
    private String place(Location location) {
        return root.resolve(location.file()).normalize() + ":[" + location.line() + "," + location.column() + "]";
    }

    private static Level level(Severity severity) {
        return switch (severity) {
            case ERROR -> Level.ERROR;
            case WARNING -> Level.WARNING;
            case NOTE -> Level.INFO;
        };
    }
}

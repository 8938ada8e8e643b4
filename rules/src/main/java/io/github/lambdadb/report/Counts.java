package io.github.lambdadb.report;

import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.issue.Issue;
import io.github.lambdadb.issue.Status;
import io.github.lambdadb.rule.Severity;

/** How many of everything a report tells; errors, warnings and notes are those that nobody silenced or accepted. */
public record Counts(
        long functions,
        long sources,
        long errors,
        long warnings,
        long notes,
        long suppressed,
        long baselined,
        long gaps) {
    public static Counts of(CheckReport report) {
        return new Counts(
                report.facts().functions().size(),
                report.facts().sources().size(),
                open(report, Severity.ERROR),
                open(report, Severity.WARNING),
                open(report, Severity.NOTE),
                withStatus(report, Status.Suppressed.class),
                withStatus(report, Status.Baselined.class),
                report.facts().gaps().size());
    }

    /** {@code 1 function}, {@code 2 functions}. */
    public static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** {@code 1 error, 6 warnings, 0 notes}. */
    public String findings() {
        return counted(errors, "error") + ", " + counted(warnings, "warning") + ", " + counted(notes, "note");
    }

    /** {@code 1 function, 2 connection sources; 1 error, 6 warnings, 0 notes; 0 suppressed, 0 baselined; 3 gaps}. */
    public String line() {
        return "%s, %s; %s; %d suppressed, %d baselined; %s"
                .formatted(
                        counted(functions, "function"),
                        counted(sources, "connection source"),
                        findings(),
                        suppressed,
                        baselined,
                        counted(gaps, "gap"));
    }

    private static long open(CheckReport report, Severity severity) {
        return report.issues().stream()
                .filter(issue -> issue.isOpen() && issue.severity() == severity)
                .count();
    }

    private static long withStatus(CheckReport report, Class<? extends Status> status) {
        return report.issues().stream()
                .map(Issue::status)
                .filter(status::isInstance)
                .count();
    }
}

package io.github.lambdadb.report.junit;

import io.github.lambdadb.issue.CheckReport.RuleFailure;
import io.github.lambdadb.issue.Issue;
import io.github.lambdadb.issue.Outcome;
import io.github.lambdadb.issue.Status;
import io.github.lambdadb.report.Words;
import io.github.lambdadb.source.Evidence;
import java.util.stream.Collectors;

/**
 * A finding as a test: its name holds no line, so that a build server knows it again in the next build.
 *
 * @param file what it is about, or empty
 * @param message one line, or empty
 * @param details several lines, or empty
 */
record TestCase(Result result, String name, String file, String message, String details) {
    /** What becomes of a test. */
    enum Result {
        PASSED,
        FAILED,
        SKIPPED,
        BROKEN
    }

    static TestCase of(Issue issue, Outcome outcome) {
        String file = issue.finding().location().file();
        String name = "%s in %s of %s"
                .formatted(
                        issue.finding().subject().name(),
                        issue.finding().subject().member(),
                        issue.finding().subject().file());
        if (!issue.isOpen()) {
            return new TestCase(Result.SKIPPED, name, file, silenced(issue.status()), "");
        }
        Result result = outcome.isCausedBy(issue) ? Result.FAILED : Result.PASSED;
        return new TestCase(result, name, file, issue.finding().message(), details(issue));
    }

    static TestCase ofNothingFound() {
        return new TestCase(Result.PASSED, "nothing found", "", "", "");
    }

    static TestCase of(RuleFailure failure) {
        return new TestCase(Result.BROKEN, "the rule runs to its end", "", failure.reason(), "");
    }

    private static String silenced(Status status) {
        return status instanceof Status.Baselined ? "accepted by the baseline" : Words.why(status);
    }

    private static String details(Issue issue) {
        return issue.finding().evidence().steps().stream()
                .map(TestCase::step)
                .collect(Collectors.joining(
                        "\n",
                        "%s: %s: %s\n"
                                .formatted(
                                        issue.finding().location(),
                                        issue.severity().level(),
                                        issue.finding().message()),
                        ""));
    }

    private static String step(Evidence.Step step) {
        return "    " + step.location() + " " + step.text();
    }

    TestCase named(String other) {
        return new TestCase(result, other, file, message, details);
    }
}

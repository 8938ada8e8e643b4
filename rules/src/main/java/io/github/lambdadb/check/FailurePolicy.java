package io.github.lambdadb.check;

import io.github.lambdadb.issue.Issue;
import io.github.lambdadb.issue.Outcome;
import io.github.lambdadb.rule.Severity;
import java.util.List;

/** Decides whether the open issues stop the build. */
final class FailurePolicy {
    private FailurePolicy() {}

    static Outcome outcome(List<Issue> issues, FailOn failOn) {
        List<Severity> failing = issues.stream()
                .filter(Issue::isOpen)
                .map(Issue::severity)
                .filter(failOn::isReachedBy)
                .toList();
        return failing.isEmpty()
                ? new Outcome.Passed()
                : new Outcome.Failed(summary(failing, failOn), Severity.valueOf(failOn.name()));
    }

    private static String summary(List<Severity> failing, FailOn failOn) {
        StringBuilder parts = new StringBuilder();
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
            long count = failing.stream().filter(severity::equals).count();
            if (count > 0) {
                parts.append(parts.isEmpty() ? "" : ", ")
                        .append(count)
                        .append(' ')
                        .append(severity.level());
                parts.append(count == 1 ? "" : "s");
            }
        }
        return "%d %s at or above '%s': %s."
                .formatted(failing.size(), failing.size() == 1 ? "finding" : "findings", failOn.spelling(), parts);
    }
}

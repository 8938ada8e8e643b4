package io.github.lambdadb.issue;

import io.github.lambdadb.rule.Severity;

/** Whether the build may go on. */
public sealed interface Outcome {
    /** It may. */
    record Passed() implements Outcome {}

    /** It must stop, and one sentence says why; open issues of this severity and above are the cause. */
    record Failed(String summary, Severity least) implements Outcome {}

    /** Whether the issue is one of those that stop the build. */
    default boolean isCausedBy(Issue issue) {
        return this instanceof Failed failed
                && issue.isOpen()
                && issue.severity().compareTo(failed.least()) >= 0;
    }
}

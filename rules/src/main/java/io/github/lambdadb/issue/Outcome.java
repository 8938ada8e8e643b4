package io.github.lambdadb.issue;

/** Whether the build may go on. */
public sealed interface Outcome {
    /** It may. */
    record Passed() implements Outcome {}

    /** It must stop, and one sentence says why. */
    record Failed(String summary) implements Outcome {}
}

package io.github.lambdadb.issue;

/** What becomes of an issue. */
public sealed interface Status {
    /** Counts. */
    record Open() implements Status {}

    /** Silenced by the code; stays in the report. */
    record Suppressed(String kind, String reason) implements Status {}

    /** Accepted earlier. */
    record Baselined() implements Status {}
}

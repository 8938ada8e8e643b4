package io.github.lambdadb.rule;

/** What a rule is about. */
public enum Category {
    POOLING,
    CAPACITY,
    TIMEOUTS,
    IDENTIFICATION,
    RESILIENCE,
    LIFECYCLE,
    SECURITY,
    SUPPRESSION
}

package io.github.lambdadb.rule;

/** What a rule is about. */
public enum Category {
    POOLING,
    TIMEOUTS,
    IDENTIFICATION,
    RESILIENCE,
    LIFECYCLE,
    SECURITY,
    SUPPRESSION
}

package io.github.lambdadb.facts;

/** How long an object lives, by who owns it. */
public enum Lifetime {
    /** Gone, or at least unreachable, when the invocation returns. */
    INVOCATION,
    /** Reachable from a static field, the handler, or something they own, when the invocation returns. */
    ENVIRONMENT,
    /** It went into code that was not seen. */
    UNDETERMINED
}

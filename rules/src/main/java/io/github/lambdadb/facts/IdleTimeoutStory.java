package io.github.lambdadb.facts;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Certainty;

/**
 * One reason why an idle session of a source would end, or would not although it looks so; possible when it holds only for a
 * database or a proxy that the source may use.
 */
public record IdleTimeoutStory(Grade grade, String description, Certainty certainty, Evidence evidence) {
    public IdleTimeoutStory(Grade grade, String description, Evidence evidence) {
        this(grade, description, Certainty.DEFINITE, evidence);
    }

    /** From the best to the worst. */
    public enum Grade {
        /** The server closes idle sessions (A1). */
        SERVER,
        /** A proxy holds the server's sessions (A2). */
        PROXY,
        /** Closed or evicted before each return (A3). */
        RELEASED,
        /** There is no server session (A4). */
        NO_SESSION,
        /** Freed when the environment ends (B1). */
        FREED_AT_SHUTDOWN,
        /** Its age is checked at the start of each invocation (B2). */
        AGE_CHECKED,
        /** A timer of the client, which stands still while the environment is frozen (C). */
        CLIENT_TIMER,
        /** A setting that has no effect even while the environment runs (C′). */
        INEFFECTIVE
    }
}

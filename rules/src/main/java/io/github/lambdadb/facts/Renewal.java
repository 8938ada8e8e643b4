package io.github.lambdadb.facts;

import io.github.lambdadb.source.Evidence;

/** How a source that outlives the invocation gets a live session after the server ended the old one. */
public record Renewal(Kind kind, String detail, Evidence evidence) {
    /** The answer. */
    public enum Kind {
        /** The pool tests a session before it hands it out (R1). */
        VALIDATED_ON_BORROW,
        /** The code tests it with {@code isValid} before it is used, on every path (R2). */
        VALIDATED_BEFORE_USE,
        /** A failing call leads to a new connection and a repeat (R3). */
        RETRIED,
        /** The connection is opened in the invocation that uses it (R4). */
        OPENED_PER_INVOCATION,
        /** The trigger repeats the invocation and the failed connection is dropped (R5). */
        RETRIED_BY_TRIGGER,
        /** The pool tests in the background, or only after some idle time. */
        BACKGROUND_ONLY,
        /** Only {@code null} or a bookkeeping call decides about reopening. */
        CLOSED_CHECK_ONLY,
        /** Nothing does. */
        NONE,
        /** Not everything was seen. */
        UNDETERMINED
    }
}

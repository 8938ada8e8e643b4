package io.github.lambdadb.facts;

import io.github.lambdadb.source.Evidence;

/** Whether the sessions of a source carry a name the server shows. */
public record ProgramName(State state, String detail, Evidence evidence) {
    /** The answer. */
    public enum State {
        /** A name is set. */
        SET,
        /** A name is set for some candidates only. */
        SOMETIMES,
        /** Every place that could set one was seen, and none does. */
        ABSENT,
        /** Something that looks like it is set, under a key the driver does not read. */
        MISSPELLED,
        /** Nothing seen sets one, but not everything was seen. */
        NOT_SEEN,
        /** The database has no such notion, or no session. */
        EXEMPT
    }
}

package io.github.lambdadb.analysis;

/**
 * Whether something that has to be closed is open on a path.
 *
 * @param epoch when it became so
 */
record Openness(Kind kind, int epoch) {
    /** What it is on this path. */
    enum Kind {
        OPEN,
        CLOSED,
        /** This path never opened it: where it would be held is {@code null}. */
        ABSENT,
        /** It went into code that was not seen, which may close it. */
        GIVEN_AWAY
    }

    boolean is(Kind other) {
        return kind == other;
    }
}

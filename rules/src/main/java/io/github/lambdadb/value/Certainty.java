package io.github.lambdadb.value;

/** How sure a match is. */
public enum Certainty {
    /** On every path and for every candidate. */
    DEFINITE,
    /** On some path, for some candidate, or with partial knowledge. */
    POSSIBLE
}

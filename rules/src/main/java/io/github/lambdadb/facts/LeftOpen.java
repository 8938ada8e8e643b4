package io.github.lambdadb.facts;

/** On which ways out of an invocation something is left as it is. */
public enum LeftOpen {
    /** On all. */
    ALWAYS,
    /** On some that return. */
    ON_SOME_PATH,
    /** On some that end with an exception; the last step of the path says which call fails. */
    ON_FAILURE
}

package io.github.lambdadb.analysis;

/** Where a part of a text comes from. */
enum PartKind {
    LITERAL,
    ENVIRONMENT,
    /** What a template refers to and only the deployment knows: it is there. */
    REFERENCE,
    SECRET,
    /** A password or token that the program was given: the text says which of {@link Credentials}. */
    CREDENTIAL,
    /** What the event of an invocation brings. */
    EVENT,
    UNKNOWN
}

package io.github.lambdadb.analysis;

/** Where a part of a text comes from. */
enum PartKind {
    LITERAL,
    ENVIRONMENT,
    SECRET,
    UNKNOWN
}

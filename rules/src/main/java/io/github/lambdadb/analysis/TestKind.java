package io.github.lambdadb.analysis;

/** What a boolean that was asked of a connection tells. */
enum TestKind {
    /** The server was asked. */
    VALID,
    /** Nobody was asked: {@code isClosed} and its like. */
    BOOKKEEPING
}

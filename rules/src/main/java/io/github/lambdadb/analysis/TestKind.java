package io.github.lambdadb.analysis;

/** What a boolean that was asked of a connection tells. */
enum TestKind {
    /** The server was asked. */
    VALID,
    /** Nobody was asked, but the object tells whether this program has closed it. */
    CLOSED,
    /** Nobody was asked, but the object tells whether this program has begun a transaction. */
    IN_TRANSACTION,
    /** Nobody was asked. */
    BOOKKEEPING
}

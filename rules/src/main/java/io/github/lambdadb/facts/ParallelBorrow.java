package io.github.lambdadb.facts;

import io.github.lambdadb.source.Evidence;

/**
 * Threads that an invocation starts borrow from one pool at the same time.
 *
 * @param threads how many at most; {@link Integer#MAX_VALUE} where nothing that was seen limits them
 * @param evidence where they are started, and where one of them borrows
 */
public record ParallelBorrow(int threads, Evidence evidence) {}

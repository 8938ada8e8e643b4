package io.github.lambdadb.facts;

import io.github.lambdadb.value.Certainty;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the code does with a source beside opening it and asking it.
 *
 * @param heldAfterInit connections that are open when the initialisation ends, so that a snapshot holds them
 * @param keptSessions sessions that it lent and that are kept, but for bare connections: those are sources of their own
 * @param nestedBorrows the deepest nesting of sessions that one invocation holds at once, at most one; not there: one at a time
 * @param parallelBorrows the most threads that borrow at the same time, at most one; not there: one
 * @param sharings where one session is used by several threads that the code starts
 * @param pinnings what binds a session of an RDS Proxy to one client
 * @param snapshotCare what the framework that made it fails to do around a snapshot, at most one
 * @param credentials the token or secret that it was given as its password, at most one
 */
public record SourceUse(
        List<HeldConnection> heldAfterInit,
        List<KeptSession> keptSessions,
        List<NestedBorrow> nestedBorrows,
        List<ParallelBorrow> parallelBorrows,
        List<ThreadSharing> sharings,
        List<Pinning> pinnings,
        List<SnapshotCare> snapshotCare,
        List<GivenCredential> credentials) {
    public SourceUse {
        heldAfterInit = List.copyOf(heldAfterInit);
        keptSessions = List.copyOf(keptSessions);
        nestedBorrows = List.copyOf(nestedBorrows);
        parallelBorrows = List.copyOf(parallelBorrows);
        sharings = List.copyOf(sharings);
        pinnings = List.copyOf(pinnings);
        snapshotCare = List.copyOf(snapshotCare);
        credentials = List.copyOf(credentials);
    }

    public static SourceUse plain() {
        return new SourceUse(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** The most sessions that one invocation may work with at once; {@link Integer#MAX_VALUE} where nothing limits them. */
    public int sessionsAtOnce() {
        return sessions(nestedBorrows.stream());
    }

    /** The same where only what is held on every way counts. */
    public int provenSessionsAtOnce() {
        return sessions(nestedBorrows.stream().filter(borrow -> borrow.certainty() == Certainty.DEFINITE));
    }

    /** The most threads of one invocation that borrow at once; {@link Integer#MAX_VALUE} where nothing limits them. */
    public int borrowers() {
        return parallelBorrows.stream().mapToInt(ParallelBorrow::threads).max().orElse(1);
    }

    private int sessions(Stream<NestedBorrow> borrows) {
        long depth = borrows.mapToInt(NestedBorrow::depth).max().orElse(1);
        return (int) Math.min(Integer.MAX_VALUE, depth * borrowers());
    }
}

package io.github.lambdadb.facts;

import java.util.List;

/**
 * What the code does with a source beside opening it and asking it.
 *
 * @param heldAfterInit connections that are open when the initialisation ends, so that a snapshot holds them
 * @param nestedBorrows the deepest nesting of sessions that one invocation holds at once, at most one; not there: one at a time
 * @param sharings where one session is used by several threads that the code starts
 * @param pinnings what binds a session of an RDS Proxy to one client
 * @param snapshotCare what the framework that made it fails to do around a snapshot, at most one
 */
public record SourceUse(
        List<HeldConnection> heldAfterInit,
        List<NestedBorrow> nestedBorrows,
        List<ThreadSharing> sharings,
        List<Pinning> pinnings,
        List<SnapshotCare> snapshotCare) {
    public SourceUse {
        heldAfterInit = List.copyOf(heldAfterInit);
        nestedBorrows = List.copyOf(nestedBorrows);
        sharings = List.copyOf(sharings);
        pinnings = List.copyOf(pinnings);
        snapshotCare = List.copyOf(snapshotCare);
    }

    public static SourceUse plain() {
        return new SourceUse(List.of(), List.of(), List.of(), List.of(), List.of());
    }
}

package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.LeftOpen;
import io.github.lambdadb.source.Evidence;
import java.util.Comparator;
import java.util.Optional;

/** On which ways invocations leave something open, and what shows that. */
record Leaving(LeftOpen left, Evidence evidence) {
    /** The worst of both invocations; empty where all ways end it. */
    static Optional<Leaving> of(Run run, HeapObject object) {
        return run.snapshots().stream()
                .flatMap(end -> of(run.machine().openings(), end, object).stream())
                .min(Comparator.comparing(Leaving::left));
    }

    private static Optional<Leaving> of(Openings openings, Run.Snapshot end, HeapObject object) {
        if (end.returns() && openings.mayBe(end.store(), object, Openness.Kind.OPEN)) {
            Evidence closed = openings.closedAt(end.store(), object);
            return Optional.of(new Leaving(closed.steps().isEmpty() ? LeftOpen.ALWAYS : LeftOpen.ON_SOME_PATH, closed));
        }
        return Optional.ofNullable(end.exits().leaks().get(object)).map(why -> new Leaving(LeftOpen.ON_FAILURE, why));
    }
}

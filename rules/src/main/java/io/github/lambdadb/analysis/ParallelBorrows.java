package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.facts.ParallelBorrow;
import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.source.Evidence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts threads that borrow from one pool at the same time. */
final class ParallelBorrows {
    private final Machine machine;
    private final Reach reach;
    private final Map<HeapObject, Set<HeapObject>> borrowed = new HashMap<>();

    ParallelBorrows(Machine machine, Reach reach) {
        this.machine = machine;
        this.reach = reach;
    }

    /** The thread that runs has borrowed this session. */
    void borrowed(HeapObject session, Expr.Call expr) {
        Threads threads = machine.threads();
        if (!threads.isBusy()) {
            return;
        }
        Set<HeapObject> pools = new HashSet<>(reach.roots(session));
        pools.remove(session);
        for (HeapObject pool : pools) {
            threads.active().forEach(work -> of(work).add(pool));
            List<Threads.Work> others = threads.beside().stream()
                    .filter(work -> of(work).contains(pool))
                    .toList();
            if (!others.isEmpty()) {
                machine.recorder().parallel(pool, borrow(others, expr));
            }
        }
    }

    private ParallelBorrow borrow(List<Threads.Work> others, Expr.Call expr) {
        Threads.Work first = others.get(0);
        long most = others.stream()
                .mapToLong(work -> work.start().crew().most())
                .max()
                .orElse(1);
        others.stream()
                .filter(work -> !work.start().crew().isKnown())
                .findFirst()
                .ifPresent(work -> machine.gap(
                        Gap.Kind.UNRESOLVED_VALUE,
                        work.start().at(),
                        "How many threads borrow from the pool at once is not known."));
        boolean isCaller = machine.threads().current().isEmpty();
        Evidence why = first.path()
                .then(Evidence.of(
                        first.start().at(), "starts threads by " + first.start().how()))
                .then(Evidence.of(expr.at(), "borrows while another one does"));
        return new ParallelBorrow((int) Math.min(Integer.MAX_VALUE, most + (isCaller ? 1 : 0)), why);
    }

    private Set<HeapObject> of(Threads.Work work) {
        return borrowed.computeIfAbsent(work.object(), key -> new HashSet<>());
    }
}

package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.NestedBorrow;
import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Certainty;
import java.util.List;

/** How many sessions of one pool a way of an invocation holds at once. */
final class NestedBorrows {
    private final Machine machine;
    private final Reach reach;

    NestedBorrows(Machine machine, Reach reach) {
        this.machine = machine;
        this.reach = reach;
    }

    /** One more is borrowed; those that are still open count, and those that only may be make it possible. */
    void borrowed(HeapObject session, Expr.Call expr) {
        for (HeapObject pool : reach.roots(session)) {
            if (pool.equals(session)) {
                continue;
            }
            List<HeapObject> held = machine.recorder().sessions().stream()
                    .filter(other -> !other.equals(session) && !isLeftByAnother(other))
                    .filter(other -> machine.openings().mayBe(other, Openness.Kind.OPEN))
                    .filter(other -> reach.roots(other).contains(pool))
                    .toList();
            if (!held.isEmpty()) {
                boolean sure = held.stream().allMatch(this::isSurelyOpen);
                Evidence why = Evidence.of(held.get(0).site(), "borrows a session and holds it")
                        .then(machine.frame().path())
                        .then(Evidence.of(expr.at(), "borrows another one"));
                machine.recorder()
                        .holds(
                                pool,
                                new NestedBorrow(held.size() + 1, sure ? Certainty.DEFINITE : Certainty.POSSIBLE, why));
            }
        }
    }

    /** What an earlier invocation did not give back is missing for that reason, however few this one borrows. */
    private boolean isLeftByAnother(HeapObject session) {
        return session.epoch() > 0 && session.epoch() < machine.epoch();
    }

    private boolean isSurelyOpen(HeapObject session) {
        return !machine.openings().mayBe(session, Openness.Kind.CLOSED)
                && !machine.openings().mayBe(session, Openness.Kind.ABSENT)
                && !machine.openings().mayBe(session, Openness.Kind.GIVEN_AWAY);
    }
}

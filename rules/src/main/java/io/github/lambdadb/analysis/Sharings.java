package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.DatabaseCall;
import io.github.lambdadb.facts.Subject;
import io.github.lambdadb.facts.ThreadSharing;
import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Certainty;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds sessions that threads use which run at the same time. */
final class Sharings {
    private final Machine machine;
    private final Sources sources;
    private final Reach reach;
    private final Map<HeapObject, Map<HeapObject, DatabaseCall>> uses = new HashMap<>();

    Sharings(Machine machine, Sources sources, Reach reach) {
        this.machine = machine;
        this.sources = sources;
        this.reach = reach;
    }

    /**
     * A session that two threads use.
     *
     * @param other the work that runs beside
     * @param othersUse what it does with the session
     * @param here the work that uses it as well; nothing for the thread that started the other
     * @param use what that does with the session
     */
    record Sharing(
            HeapObject session,
            Threads.Work other,
            DatabaseCall othersUse,
            Optional<Threads.Work> here,
            DatabaseCall use,
            Certainty certainty) {
        ThreadSharing asFact() {
            Evidence evidence = session.path()
                    .then(Evidence.of(session.site(), "opens the session"))
                    .then(other.path())
                    .then(Evidence.of(
                            other.start().at(),
                            "starts a thread by " + other.start().how()))
                    .then(Evidence.of(othersUse.location(), "uses the session there"))
                    .then(Evidence.of(use.location(), "uses it at the same time"));
            return new ThreadSharing(other.start().how(), other.start().at(), othersUse, use, certainty, evidence);
        }
    }

    /** These are used by the thread that runs. */
    void used(Set<HeapObject> roots, Expr.Call expr) {
        if (machine.threads().isLocked()) {
            return;
        }
        Set<HeapObject> sessions = new java.util.LinkedHashSet<>(roots);
        sessions.removeIf(root -> !isOneSession(root));
        sessions.forEach(session -> used(session, sessions.size() == 1, expr));
    }

    private boolean isOneSession(HeapObject root) {
        boolean lends = sources.modelOf(root)
                .filter(model -> model.kind() == ConnectionSource.Kind.SINGLE_SESSION)
                .isPresent();
        boolean isOpened = machine.openings().all().contains(root) && reach.isSession(root);
        return (lends || isOpened) && !machine.threads().isConfined(root);
    }

    private void used(HeapObject session, boolean isSure, Expr.Call expr) {
        Threads threads = machine.threads();
        Optional<Threads.Work> here = threads.current();
        DatabaseCall use = new DatabaseCall(
                expr.at(),
                new Subject(expr.at().file(), machine.frame().member(), expr.name()),
                expr.name(),
                machine.frame().path());
        threads.active().forEach(work -> of(work).putIfAbsent(session, use));
        threads.used(session);
        if (here.filter(work -> threads.hasOpened(work, session)).isPresent()) {
            return;
        }
        for (Threads.Work other : threads.beside()) {
            DatabaseCall othersUse = of(other).get(session);
            if (othersUse != null && threads.mayHaveUsed(other, session)) {
                boolean sure = isSure && areOthers(other, here);
                machine.recorder()
                        .shares(new Sharing(
                                session, other, othersUse, here, use, sure ? Certainty.DEFINITE : Certainty.POSSIBLE));
            }
        }
    }

    private Map<HeapObject, DatabaseCall> of(Threads.Work work) {
        return uses.computeIfAbsent(work.object(), key -> new LinkedHashMap<>());
    }

    /** An executor that is not known may have one thread only. */
    private static boolean areOthers(Threads.Work other, Optional<Threads.Work> here) {
        return other.start().crew().isKnown()
                || here.filter(work -> !work.start().crew().isKnown()).isEmpty();
    }
}

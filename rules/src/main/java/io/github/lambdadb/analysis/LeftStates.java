package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.LeftState;
import io.github.lambdadb.facts.Lifetime;
import io.github.lambdadb.facts.Subject;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Certainty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What invocations leave in sessions that outlive them. */
final class LeftStates {
    private LeftStates() {}

    /** Of one function. */
    static List<LeftState> of(Run run, Map<HeapObject, ConnectionSource> sources) {
        List<LeftState> states = new ArrayList<>();
        Map<HeapObject, SessionStates.Left> left =
                run.connections().sessionStates().all();
        run.machine().openings().held(Openings.Held.STATE).forEach((session, state) -> {
            if (outlives(run, session, sources)) {
                Optional.ofNullable(left.get(session))
                        .ifPresent(what -> Leaving.of(run, state)
                                .ifPresent(leaving -> states.add(fact(run, session, what, leaving))));
            }
        });
        return states;
    }

    /** Whether a later invocation may get the session: it is kept, or goes back to a pool that is. */
    private static boolean outlives(Run run, HeapObject session, Map<HeapObject, ConnectionSource> sources) {
        return run.connections().reach().roots(session).stream()
                .flatMap(root -> Optional.ofNullable(sources.get(root)).stream())
                .filter(ConnectionSource::hasServerSessions)
                .anyMatch(source -> source.lifetime() == Lifetime.ENVIRONMENT
                        && source.kind() != ConnectionSource.Kind.DATA_SOURCE);
    }

    private static LeftState fact(Run run, HeapObject session, SessionStates.Left what, Leaving leaving) {
        return new LeftState(
                what.what(),
                what.isFromEvent(),
                new Subject(what.at().file(), what.member(), what.what()),
                what.at(),
                leaving.left(),
                List.of(run.function()),
                what.isKnown() ? Certainty.DEFINITE : Certainty.POSSIBLE,
                session.path()
                        .then(Evidence.of(session.site(), "opens or borrows the session"))
                        .then(Evidence.of(what.at(), "sets something in it"))
                        .then(leaving.evidence()));
    }

    /** One fact for each place, for the worst way. */
    static List<LeftState> merge(List<LeftState> states) {
        return SamePlace.merge(
                states,
                one -> List.of(one.location(), one.what()),
                Comparator.comparing(LeftState::left),
                Comparator.comparing(LeftState::location).thenComparing(LeftState::what));
    }
}

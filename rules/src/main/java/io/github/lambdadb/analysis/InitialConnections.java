package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.EagerOpening;
import io.github.lambdadb.facts.HeldConnection;
import io.github.lambdadb.knowledge.SourceModel;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Certainty;
import io.github.lambdadb.value.Match;
import java.util.List;
import java.util.Optional;

/** The connections of a source that are open when the initialisation ends. */
final class InitialConnections {
    private final Run run;
    private final Snapshots snapshots;

    InitialConnections(Run run) {
        this.run = run;
        this.snapshots = new Snapshots(run.sources().interpreter());
    }

    List<HeldConnection> of(HeapObject object, SourceModel model, List<EagerOpening> eager) {
        Store end = run.endOfInitialisation();
        boolean isHeld = object.epoch() == 0
                && run.isKept(object)
                && !run.machine().openings().isClosed(end, object)
                && !snapshots.release(object, end);
        if (!isHeld) {
            return List.of();
        }
        return switch (model.kind()) {
            case CONNECTION -> List.of(opened(object));
            case DATA_SOURCE -> List.of();
            case SINGLE_SESSION -> lent(object).stream().toList();
            case POOL ->
                lent(object).or(() -> filled(object, model, eager)).stream().toList();
        };
    }

    /** A session that was borrowed in the initialisation and is kept. */
    List<HeldConnection> ofSession(HeapObject session) {
        Store end = run.endOfInitialisation();
        boolean isHeld = session.epoch() == 0
                && !run.machine().openings().isClosed(end, session)
                && !snapshots.release(session, end);
        return isHeld ? List.of(opened(session)) : List.of();
    }

    private static HeldConnection opened(HeapObject object) {
        return new HeldConnection(
                "is opened in the initialisation", Certainty.DEFINITE, Evidence.of(object.site(), "is opened"));
    }

    /** What is borrowed and given back stays open in the pool. */
    private Optional<HeldConnection> lent(HeapObject pool) {
        return run.machine().recorder().events().stream()
                .filter(event -> event.kind() == Recorder.Kind.BORROWED
                        && event.epoch() == 0
                        && event.object().equals(pool))
                .findFirst()
                .map(event -> new HeldConnection(
                        "lends a session in the initialisation, which stays open",
                        Certainty.DEFINITE,
                        event.path().then(Evidence.of(event.at(), "borrows a session"))));
    }

    private Optional<HeldConnection> filled(HeapObject pool, SourceModel model, List<EagerOpening> eager) {
        boolean starts =
                model.startup().startsWhenMade() && run.machine().read(pool, Sources.GIVEN) instanceof Term.Constant;
        return eager.stream()
                .filter(opening -> starts && opening.purpose() == EagerOpening.Purpose.KEPT)
                .flatMap(opening -> opening.setting().number().matching(number -> number > 0).stream())
                .findFirst()
                .map(InitialConnections::filled);
    }

    private static HeldConnection filled(Match<Integer> number) {
        return new HeldConnection(
                "opens %s when it is made".formatted(number.value() == 1 ? "a session" : number.value() + " sessions"),
                number.certainty(),
                number.evidence());
    }
}

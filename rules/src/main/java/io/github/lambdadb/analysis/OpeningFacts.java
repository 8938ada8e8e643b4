package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.DatabaseCall;
import io.github.lambdadb.facts.Opening;
import io.github.lambdadb.facts.Opening.Release;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.facts.Subject;
import io.github.lambdadb.facts.UseAfterClose;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Certainty;
import io.github.lambdadb.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns what the invocations of a run opened, and what became of it, into facts. */
final class OpeningFacts {
    private final Run run;
    private final Machine machine;
    private final Reach reach;
    private final Map<HeapObject, ConnectionSource> sources;

    OpeningFacts(Run run, Map<HeapObject, ConnectionSource> sources) {
        this.run = run;
        this.machine = run.machine();
        this.reach = run.connections().reach();
        this.sources = sources;
    }

    List<Opening> all() {
        List<Opening> facts = new ArrayList<>();
        for (HeapObject object : machine.openings().all()) {
            if (object.epoch() > 0) {
                fact(object).ifPresent(facts::add);
            }
        }
        return facts;
    }

    /** What is used although an earlier invocation, or the start of the function, has closed it. */
    List<UseAfterClose> usesAfterClose() {
        return machine.openings().all().stream()
                .flatMap(object -> machine.recorder().closedUse(object).stream().map(use -> useAfterClose(object, use)))
                .toList();
    }

    private UseAfterClose useAfterClose(HeapObject object, Recorder.ClosedUse found) {
        DatabaseCall use = found.use().asCall();
        return new UseAfterClose(
                noun(object),
                subject(object),
                List.of(run.function()),
                object.path().then(Evidence.of(object.site(), "is created")).then(found.close()),
                use,
                found.always() ? Certainty.DEFINITE : Certainty.POSSIBLE);
    }

    private Optional<Opening> fact(HeapObject object) {
        Run.Snapshot end = run.invocationOf(object);
        boolean replaced = run.isReplaced(object);
        if (isInvocationsOwn(lender(object))) {
            return Optional.empty();
        }
        Way way = run.isKept(object) && !replaced
                ? new Way(Release.KEPT, Evidence.none())
                : replaced ? replaced(object) : released(object, end);
        return Optional.of(new Opening(
                kind(object),
                noun(object),
                subject(object),
                object.site(),
                List.of(run.function()),
                way.release(),
                way.evidence(),
                lenderSizes(object),
                machine.openings().repeatedBy(object).stream().toList(),
                lending(object).then(object.path()).then(Evidence.of(object.site(), "is opened"))));
    }

    /** What ends an opening, and where. */
    private record Way(Release release, Evidence evidence) {}

    /** The next invocation puts another one in its place. */
    private Way replaced(HeapObject object) {
        Store end = run.endOfLaterInvocation();
        return machine.openings().mayBe(end, object, Openness.Kind.OPEN)
                ? new Way(Release.NEVER, Evidence.of(object.site(), "the next invocation replaces it"))
                : new Way(Release.CLOSED, Evidence.none());
    }

    private Way released(HeapObject object, Run.Snapshot end) {
        Openings openings = machine.openings();
        boolean escaped = openings.mayBe(end.store(), object, Openness.Kind.GIVEN_AWAY)
                || !machine.recorder().escapes(object).isEmpty();
        if (escaped) {
            return new Way(Release.UNDETERMINED, Evidence.none());
        }
        boolean open = end.returns() && openings.mayBe(end.store(), object, Openness.Kind.OPEN);
        Evidence closed = openings.closedAt(end.store(), object);
        if (open) {
            Release release = closed.steps().isEmpty() ? Release.NEVER : Release.NOT_ON_SOME_PATH;
            return new Way(release, closed);
        }
        Optional<Evidence> lost = openings.lost(object);
        if (lost.isPresent()) {
            return new Way(Release.NOT_ON_SOME_PATH, lost.get());
        }
        Evidence failing = end.exits().leaks().get(object);
        return failing == null ? new Way(Release.CLOSED, closed) : new Way(Release.NOT_ON_FAILURE, failing);
    }

    /** The source that a session was borrowed from; empty for others. */
    private Optional<HeapObject> lender(HeapObject object) {
        return reach.isBorrowed(object)
                ? reach.roots(object).stream()
                        .filter(root -> !root.equals(object))
                        .filter(root -> run.sources().modelOf(root).isPresent())
                        .findFirst()
                : Optional.empty();
    }

    /** How the source came into being that lends a session. */
    private Evidence lending(HeapObject object) {
        return lender(object)
                .map(source -> source.path().then(Evidence.of(source.site(), "is created, which lends it")))
                .orElse(Evidence.none());
    }

    /** A pool that the invocation itself made: whether its sessions are closed is its own matter. */
    private boolean isInvocationsOwn(Optional<HeapObject> lender) {
        return lender.filter(
                        pool -> pool.epoch() > 0 && machine.openings().all().contains(pool) && !run.isKept(pool))
                .isPresent();
    }

    private Opening.Kind kind(HeapObject object) {
        Optional<HeapObject> lender = lender(object);
        if (reach.isBorrowed(object)) {
            boolean pooled = lender.flatMap(run.sources()::modelOf)
                    .map(model -> model.kind() != ConnectionSource.Kind.DATA_SOURCE)
                    .orElse(true);
            return pooled ? Opening.Kind.LOAN : Opening.Kind.CONNECTION;
        }
        return run.sources()
                        .modelOf(object)
                        .filter(model -> model.kind() == ConnectionSource.Kind.CONNECTION)
                        .isPresent()
                ? Opening.Kind.CONNECTION
                : Opening.Kind.POOL;
    }

    private String noun(HeapObject object) {
        if (reach.isBorrowed(object)) {
            String type = machine.types().typeOf(object);
            String simple = type.substring(type.lastIndexOf('.') + 1);
            return simple.equals("Connection") || simple.equals("?") ? "connection" : simple;
        }
        ConnectionSource source = sources.get(object);
        String product = source == null ? "" : source.product();
        String kind = kind(object) == Opening.Kind.POOL ? "pool" : "connection";
        return product.endsWith(kind) ? product : (product + " " + kind).trim();
    }

    private Subject subject(HeapObject object) {
        return new Subject(
                object.site().file(), object.member(), run.nameOf(object).orElse("connection"));
    }

    private List<Integer> lenderSizes(HeapObject object) {
        return lender(object).map(sources::get).flatMap(source -> source.setting(Property.MAXIMUM_SIZE)).stream()
                .map(Setting::number)
                .filter(Value::isComplete)
                .flatMap(size -> size.candidates().stream().map(known -> known.value()))
                .limit(1)
                .toList();
    }
}

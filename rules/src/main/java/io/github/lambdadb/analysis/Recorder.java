package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.DatabaseCall;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.facts.NestedBorrow;
import io.github.lambdadb.facts.ParallelBorrow;
import io.github.lambdadb.facts.SnapshotCare;
import io.github.lambdadb.facts.Subject;
import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Certainty;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What happened during a run, in order, whatever the path. */
final class Recorder {
    private final List<Event> events = new ArrayList<>();
    private final BitSet repeated = new BitSet();
    private final BitSet dropped = new BitSet();
    private final Map<HeapObject, HeapObject> sources = new LinkedHashMap<>();
    private final Map<HeapObject, HeapObject> sessions = new LinkedHashMap<>();
    private final Set<String> clocks = new LinkedHashSet<>();
    private final Set<Gap> gaps = new LinkedHashSet<>();
    private final Map<HeapObject, List<Evidence>> escapes = new LinkedHashMap<>();
    private final Map<HeapObject, String> names = new LinkedHashMap<>();
    private final List<Hook> hooks = new ArrayList<>();
    private final Map<Location, Term> resources = new LinkedHashMap<>();
    private final Map<Location, Change> changes = new LinkedHashMap<>();
    private final Set<Location> migrating = new LinkedHashSet<>();
    private final Map<HeapObject, SnapshotCare> cares = new LinkedHashMap<>();
    private final Map<HeapObject, NestedBorrow> nested = new LinkedHashMap<>();
    private final Map<HeapObject, ParallelBorrow> parallel = new LinkedHashMap<>();
    private final Map<HeapObject, Sharings.Sharing> sharings = new LinkedHashMap<>();
    private int followed;
    private int notFollowed;
    private int quiet;

    private final Map<HeapObject, ClosedUse> closedUses = new LinkedHashMap<>();

    /** A use of what an earlier invocation closed: where that was, and whether every path there had. */
    record ClosedUse(Evidence close, boolean always, Event use) {}

    private final List<Probe> probes = new ArrayList<>();

    /** Calls that try a session. */
    private record Probe(HeapObject session, int from, int to) {}

    /** Work for the end of the process. */
    record Hook(String name, Location at, Runnable work) {
        Evidence evidence() {
            return Evidence.of(at, name + " closes it");
        }
    }

    /** Something that happened to an object. */
    record Event(
            Kind kind,
            HeapObject object,
            int epoch,
            boolean guarded,
            boolean isFirst,
            Location at,
            String member,
            String caller,
            String call,
            Evidence path) {
        DatabaseCall asCall() {
            return new DatabaseCall(at, new Subject(at.file(), member, call), call, path);
        }
    }

    /** What happened. */
    enum Kind {
        CREATED,
        BORROWED,
        QUERIED,
        VALIDATED,
        BOOKKEEPING,
        NULL_CHECKED,
        CLOSED,
        EVICTED,
        CLIENT_INFO,
        STATEMENT
    }

    private static final Set<Kind> ASKING = Set.of(Kind.CREATED, Kind.BORROWED, Kind.QUERIED);

    /** {@code isFirst}: the path has not used the object with success in this epoch before. */
    void event(
            Kind kind, HeapObject object, Machine machine, boolean guarded, boolean isFirst, Location at, String call) {
        if (quiet > 0) {
            return;
        }
        Frame frame = machine.frame();
        Event event = new Event(
                kind,
                object,
                machine.epoch(),
                guarded,
                isFirst,
                at,
                frame.member(),
                frame.caller().map(Frame::member).orElse(""),
                call,
                frame.path());
        events.add(event);
        if (ASKING.contains(kind)) {
            machine.threads().asked(event);
        }
    }

    void hook(String name, Location at, Runnable work) {
        if (hooks.stream().noneMatch(hook -> hook.at().equals(at))) {
            hooks.add(new Hook(name, at, work));
        }
    }

    List<Hook> hooks() {
        return hooks;
    }

    /** An object that is told before a snapshot is taken and after it was restored. */
    void toldOfSnapshots(Term resource, Location at) {
        if (quiet == 0) {
            resources.put(at, resource);
        }
    }

    Map<Location, Term> toldOfSnapshots() {
        return resources;
    }

    /** Something changes the schema: said as a noun, where, whether a framework does so before it serves, and how it gets there. */
    record Change(String what, Location at, String member, boolean isOfFramework, Certainty certainty, Evidence path) {}

    void changesSchema(Change change) {
        if (quiet == 0) {
            changes.putIfAbsent(change.at(), change);
        }
    }

    /** What a framework fails to do with a source around a snapshot. */
    void snapshotCare(HeapObject source, SnapshotCare care) {
        cares.put(source, care);
    }

    Optional<SnapshotCare> snapshotCare(HeapObject source) {
        return Optional.ofNullable(cares.get(source));
    }

    /** A call on what changes the schema, whether or not this one does. */
    void migrates(Location at) {
        migrating.add(at);
    }

    boolean isMigrating(Location at) {
        return migrating.contains(at);
    }

    List<Change> schemaChanges() {
        return List.copyOf(changes.values());
    }

    /** One way holds so many sessions of a pool at once. */
    void holds(HeapObject pool, NestedBorrow borrow) {
        if (quiet == 0) {
            nested.merge(pool, borrow, (one, other) -> one.depth() >= other.depth() ? one : other);
        }
    }

    Optional<NestedBorrow> deepestBorrow(HeapObject pool) {
        return Optional.ofNullable(nested.get(pool));
    }

    /** Threads borrow from a pool at the same time. */
    void parallel(HeapObject pool, ParallelBorrow borrow) {
        if (quiet == 0) {
            parallel.merge(pool, borrow, (one, other) -> one.threads() >= other.threads() ? one : other);
        }
    }

    Optional<ParallelBorrow> parallelBorrow(HeapObject pool) {
        return Optional.ofNullable(parallel.get(pool));
    }

    /** A session is used by two threads at once. */
    void shares(Sharings.Sharing sharing) {
        if (quiet == 0) {
            sharings.merge(
                    sharing.session(), sharing, (one, other) -> one.certainty() == Certainty.DEFINITE ? one : other);
        }
    }

    List<Sharings.Sharing> sharings() {
        return List.copyOf(sharings.values());
    }

    /** Runs once more, for its effect on the state, what is also run on a way of its own. */
    void quietly(Runnable body) {
        quiet++;
        body.run();
        quiet--;
    }

    /** Whether what runs now is run for its effect on the state alone. */
    boolean isQuiet() {
        return quiet > 0;
    }

    List<Event> events() {
        return events;
    }

    int size() {
        return events.size();
    }

    /** Marks the calls between two moments as repeated on a new connection when they fail. */
    void retried(int from, int to) {
        repeated.set(from, to);
    }

    /** The events whose work is repeated on a new connection when it fails. */
    boolean isRetried(int event) {
        return repeated.get(event);
    }

    /** Marks the calls between two moments as dropping their session when they fail, and failing the invocation. */
    void dropped(int from, int to) {
        dropped.set(from, to);
    }

    boolean isDropped(int event) {
        return dropped.get(event);
    }

    /** The calls between two moments try whether a session lives, and tell who asks. */
    void probed(HeapObject session, int from, int to) {
        probes.add(new Probe(session, from, to));
    }

    /** Whether the event is a trial of its session, after which another one is opened. */
    boolean isProbe(int event) {
        Event tried = events.get(event);
        return probes.stream()
                .anyMatch(probe -> probe.from() <= event
                        && event < probe.to()
                        && probe.session().equals(tried.object())
                        && events.subList(probe.to(), events.size()).stream()
                                .anyMatch(later -> later.epoch() == tried.epoch()
                                        && (later.kind() == Kind.CREATED
                                                || (later.kind() == Kind.BORROWED
                                                        && sessions.containsKey(later.object())))));
    }

    boolean anyDropped(int from) {
        return dropped.nextSetBit(from) >= 0;
    }

    /** Whether nothing but closing has happened since. */
    boolean onlyCloses(int from) {
        return events.subList(from, events.size()).stream()
                .allMatch(event -> event.kind() == Kind.CLOSED || event.kind() == Kind.NULL_CHECKED);
    }

    boolean any(Kind kind, int from, int to) {
        return events.subList(from, to).stream().anyMatch(event -> event.kind() == kind);
    }

    /** A use in this invocation of something that may have been closed by an earlier one. */
    void usedClosed(HeapObject object, Machine machine, Expr.Call expr) {
        if (machine.epoch() == 0 || quiet > 0) {
            return;
        }
        machine.openings().closedBefore(object).ifPresent(close -> {
            boolean always = machine.openings().isClosed(object);
            Event use = new Event(
                    Kind.QUERIED,
                    object,
                    machine.epoch(),
                    false,
                    true,
                    expr.at(),
                    machine.frame().member(),
                    "",
                    expr.name(),
                    machine.frame().path());
            closedUses.merge(object, new ClosedUse(close, always, use), (one, other) -> one.always() ? one : other);
        });
    }

    Optional<ClosedUse> closedUse(HeapObject object) {
        return Optional.ofNullable(closedUses.get(object));
    }

    void source(HeapObject object) {
        sources.put(object, object);
    }

    List<HeapObject> sources() {
        return List.copyOf(sources.values());
    }

    /** The variable or field an object is first assigned to is its name. */
    void named(Term term, String name) {
        for (Term option : term.options()) {
            if (option instanceof Term.Reference reference) {
                names.putIfAbsent(reference.object(), name);
            }
        }
    }

    Optional<String> nameOf(HeapObject object) {
        return Optional.ofNullable(names.get(object));
    }

    void escape(HeapObject object, Location at, String text) {
        escapes.computeIfAbsent(object, o -> new ArrayList<>()).add(Evidence.of(at, text));
    }

    List<Evidence> escapes(HeapObject object) {
        return escapes.getOrDefault(object, List.of());
    }

    /** A method of a later invocation asks what time it is. */
    void clock(String member, int epoch) {
        if (epoch == 2) {
            clocks.add(member);
        }
    }

    Set<String> clocks() {
        return clocks;
    }

    /** A session was borrowed. */
    void session(HeapObject session) {
        sessions.put(session, session);
    }

    List<HeapObject> sessions() {
        return List.copyOf(sessions.values());
    }

    void gap(Gap gap) {
        gaps.add(gap);
    }

    Set<Gap> gaps() {
        return gaps;
    }

    void followed() {
        followed++;
    }

    void notFollowed() {
        notFollowed++;
    }

    int callsFollowed() {
        return followed;
    }

    int callsNotFollowed() {
        return notFollowed;
    }
}

package io.github.lambdadb.analysis;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a run opens and has to close: pools, connections and sessions, each with its state on the path at hand. */
final class Openings {
    private static final String STATE = "#openness";

    /** Places by which statements and the like know what they work on; they do not own it. */
    private static final Set<String> WORKING_ON = Set.of(Connections.OF, SettingsBag.DELEGATE);

    private final Machine machine;
    private final Set<HeapObject> all = new LinkedHashSet<>();
    private final Map<HeapObject, HeapObject> idle = new LinkedHashMap<>();
    private final Map<Held, Map<HeapObject, HeapObject>> held = new EnumMap<>(Held.class);
    private final Map<HeapObject, Location> repeatedBy = new LinkedHashMap<>();
    private final Map<HeapObject, Evidence> lost = new LinkedHashMap<>();

    Openings(Machine machine) {
        this.machine = machine;
    }

    /** A session was lent by a pool, and will be idle when it comes back. */
    void lent(HeapObject pool, Location at) {
        HeapObject sessions = idle.get(pool);
        if (sessions != null) {
            put(sessions, Openness.Kind.OPEN, Evidence.of(at, "is borrowed"));
        }
    }

    /** What a session may hold until something ends it. */
    enum Held {
        TRANSACTION("#transaction", "begins a transaction", "ends the transaction"),
        /** What a statement has set in it, or taken. */
        STATE("#state", "is set in the session", "is undone");

        private final String type;
        private final String begins;
        private final String ends;

        Held(String type, String begins, String ends) {
            this.type = type;
            this.begins = begins;
            this.ends = ends;
        }
    }

    /** From here on a session holds it. */
    void begun(Held kind, HeapObject session, Location at) {
        HeapObject standIn = held(kind).computeIfAbsent(session, object -> standIn(kind.type, object, at));
        put(standIn, Openness.Kind.OPEN, Evidence.of(at, kind.begins));
    }

    /** It is ended, or gone with the session. */
    void ended(Held kind, HeapObject session, Location at) {
        HeapObject standIn = held(kind).get(session);
        if (standIn != null) {
            put(standIn, Openness.Kind.CLOSED, Evidence.of(at, kind.ends));
        }
    }

    boolean mayHold(Held kind, HeapObject session) {
        HeapObject standIn = held(kind).get(session);
        return standIn != null && mayBe(standIn, Openness.Kind.OPEN);
    }

    /** What stands for it, by session: it is open while the session holds it. */
    Map<HeapObject, HeapObject> held(Held kind) {
        return held.computeIfAbsent(kind, each -> new LinkedHashMap<>());
    }

    /** The state in which these sessions hold none, as what is to be written. */
    Map<Key, Term> without(Held kind, Collection<HeapObject> sessions) {
        Map<Key, Term> written = new LinkedHashMap<>();
        for (HeapObject session : sessions) {
            HeapObject standIn = held(kind).get(session);
            if (standIn != null) {
                written.put(key(standIn), state(Openness.Kind.ABSENT, Evidence.none()));
            }
        }
        return written;
    }

    private HeapObject standIn(String type, HeapObject object, Location at) {
        return new HeapObject(machine.nextId(), type, at, 2, object.shape(), "", "", Evidence.none(), List.of());
    }

    /** The idle sessions of a pool are ended. */
    void evicted(HeapObject pool, Location at) {
        HeapObject sessions = idle.computeIfAbsent(pool, object -> standIn("#idle", object, at));
        put(sessions, Openness.Kind.CLOSED, Evidence.of(at, "is evicted"));
    }

    /** What stands for the idle sessions of a pool that the program evicts, as an opening of a later invocation. */
    Optional<HeapObject> idle(HeapObject pool) {
        return Optional.ofNullable(idle.get(pool));
    }

    /** The loop over records that opens the object once more, if one does. */
    Optional<Location> repeatedBy(HeapObject object) {
        return Optional.ofNullable(repeatedBy.get(object));
    }

    /** Whether the place tells of the state of an opening. */
    static boolean isState(Key key) {
        return key.name().equals(STATE);
    }

    /** An object was opened; where the one before it of the same kind is still open, and only a variable held it, that one is lost. */
    void opened(HeapObject object, Location at) {
        if (!machine.recorder().isQuiet()) {
            count(object, at);
        }
        put(object, Openness.Kind.OPEN, Evidence.of(at, "is opened"));
    }

    private void count(HeapObject object, Location at) {
        boolean again = all.contains(object)
                && states(machine.store(), object).stream()
                        .anyMatch(state -> !opennessOf(state).is(Openness.Kind.ABSENT));
        if (again && machine.threads().isOwn(object)) {
            machine.repeatedBy().ifPresent(loop -> repeatedBy.putIfAbsent(object, loop));
        }
        if (all.contains(object) && mayBe(object, Openness.Kind.OPEN) && !isHeldByAnObject(object)) {
            lost.putIfAbsent(object, Evidence.of(at, "is opened again while the one before is still open"));
        }
        all.add(object);
        machine.threads().opened(object);
    }

    private boolean isHeldByAnObject(HeapObject object) {
        Set<Integer> objects = new LinkedHashSet<>();
        Map<Key, Term> state = machine.store().all();
        state.keySet().stream().filter(Key::isExistence).forEach(key -> objects.add(key.owner()));
        return state.entrySet().stream()
                .filter(entry -> !WORKING_ON.contains(entry.getKey().name()))
                .filter(entry -> entry.getKey().isStatic()
                        || objects.contains(entry.getKey().owner()))
                .flatMap(entry -> entry.getValue().options().stream())
                .anyMatch(option -> option instanceof Term.Reference reference
                        && reference.object().equals(object));
    }

    void closed(HeapObject object, Location at) {
        put(object, Openness.Kind.CLOSED, Evidence.of(at, "is closed"));
    }

    void givenAway(HeapObject object, Location at) {
        if (mayBe(object, Openness.Kind.OPEN)) {
            put(object, Openness.Kind.GIVEN_AWAY, Evidence.of(at, "is given away"));
        }
        standIns(object).forEach(standIn -> put(standIn, Openness.Kind.GIVEN_AWAY, Evidence.of(at, "is given away")));
    }

    private Stream<HeapObject> standIns(HeapObject session) {
        return held.values().stream().flatMap(standIns -> Stream.ofNullable(standIns.get(session)));
    }

    private void put(HeapObject object, Openness.Kind kind, Evidence why) {
        machine.store().put(key(object), state(kind, why));
    }

    private Term state(Openness.Kind kind, Evidence why) {
        return new Term.Constant(new Openness(kind, machine.epoch()), why);
    }

    private static Key key(HeapObject object) {
        return Key.field(object, STATE);
    }

    /** The state in which none of the objects was opened, as what is to be written. */
    Map<Key, Term> absent(Collection<Term> references) {
        Map<Key, Term> written = new LinkedHashMap<>();
        for (Term option : references) {
            if (option instanceof Term.Reference reference && all.contains(reference.object())) {
                written.put(key(reference.object()), state(Openness.Kind.ABSENT, Evidence.none()));
                for (Held kind : Held.values()) {
                    written.putAll(without(kind, Set.of(reference.object())));
                }
            }
        }
        return written;
    }

    /** Of several objects that one variable may hold, only this one is there. */
    void only(Term chosen, Collection<Term> options) {
        absent(options.stream().filter(option -> !isSame(option, chosen)).toList())
                .forEach(machine.store()::put);
    }

    private static boolean isSame(Term option, Term chosen) {
        return option instanceof Term.Reference one
                && chosen instanceof Term.Reference other
                && one.object().equals(other.object());
    }

    /** The states that an exception finds which leaves with these open; others that the stretch of code opened are not. */
    Map<Key, Term> onFailure(Map<Key, Term> written, Set<HeapObject> open) {
        Map<Key, Term> states = new LinkedHashMap<>();
        written.keySet().stream()
                .filter(Openings::isState)
                .forEach(key -> states.put(key, state(Openness.Kind.ABSENT, Evidence.none())));
        open.forEach(object -> states.put(key(object), state(Openness.Kind.OPEN, Evidence.none())));
        return states;
    }

    /** What may be open now. */
    Set<HeapObject> open() {
        return open(machine.store());
    }

    Set<HeapObject> open(Store store) {
        Set<HeapObject> open = new LinkedHashSet<>(all);
        open.addAll(idle.values());
        open.removeIf(object -> !mayBe(store, object, Openness.Kind.OPEN));
        // a cleanup that ends it under a condition is believed to know when
        held.values().stream()
                .flatMap(standIns -> standIns.values().stream())
                .filter(standIn ->
                        mayBe(store, standIn, Openness.Kind.OPEN) && !mayBe(store, standIn, Openness.Kind.CLOSED))
                .forEach(open::add);
        return open;
    }

    /** What has been closed in this invocation although it was opened before it, and where. */
    Map<HeapObject, Evidence> closedNow() {
        Map<HeapObject, Evidence> closed = new LinkedHashMap<>();
        for (HeapObject object : all) {
            if (object.epoch() < machine.epoch() && isClosed(object) && isHeldByAnObject(object)) {
                closed.put(object, closedAt(machine.store(), object));
            }
        }
        return closed;
    }

    /** The invocation before may have ended with an exception that left these closed. */
    void mayBeClosed(Map<HeapObject, Evidence> closed) {
        closed.forEach((object, why) -> {
            Term state = new Term.Constant(new Openness(Openness.Kind.CLOSED, machine.epoch() - 1), why);
            machine.add(object, STATE, state);
        });
    }

    Set<HeapObject> all() {
        return all;
    }

    /** Why an opening of the same place was lost before its end, if one was. */
    Optional<Evidence> lost(HeapObject object) {
        return Optional.ofNullable(lost.get(object));
    }

    boolean mayBe(HeapObject object, Openness.Kind kind) {
        return mayBe(machine.store(), object, kind);
    }

    boolean mayBe(Store store, HeapObject object, Openness.Kind kind) {
        return states(store, object).stream()
                .anyMatch(state -> opennessOf(state).is(kind));
    }

    /** Closed on every path that leads here. */
    boolean isClosed(HeapObject object) {
        return isClosed(machine.store(), object);
    }

    boolean isClosed(Store store, HeapObject object) {
        List<Term.Constant> states = states(store, object);
        Predicate<Openness.Kind> some =
                kind -> states.stream().anyMatch(state -> opennessOf(state).is(kind));
        return some.test(Openness.Kind.CLOSED)
                && !some.test(Openness.Kind.OPEN)
                && !some.test(Openness.Kind.GIVEN_AWAY);
    }

    /** Where an earlier invocation, or this function's start, closed it; empty if none did. */
    Optional<Evidence> closedBefore(HeapObject object) {
        return states(machine.store(), object).stream()
                .filter(state -> opennessOf(state).is(Openness.Kind.CLOSED)
                        && opennessOf(state).epoch() < machine.epoch())
                .map(Term.Constant::evidence)
                .findFirst();
    }

    /** Where it is closed on some way that leads to this state; no step if on none. */
    Evidence closedAt(Store store, HeapObject object) {
        return states(store, object).stream()
                .filter(state -> opennessOf(state).is(Openness.Kind.CLOSED))
                .map(Term.Constant::evidence)
                .findFirst()
                .orElse(Evidence.none());
    }

    private static Openness opennessOf(Term.Constant state) {
        return (Openness) state.value();
    }

    private static List<Term.Constant> states(Store store, HeapObject object) {
        return store.get(key(object)).stream()
                .flatMap(term -> term.options().stream())
                .filter(Term.Constant.class::isInstance)
                .map(Term.Constant.class::cast)
                .filter(constant -> constant.value() instanceof Openness)
                .toList();
    }
}

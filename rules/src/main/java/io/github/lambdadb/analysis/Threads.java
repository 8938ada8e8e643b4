package io.github.lambdadb.analysis;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Work that the code gives to other threads, and what of it runs beside the path at hand. */
final class Threads {
    private static final String STATE = "#running";
    private static final String OPENED = "#opened ";
    private static final String USED = "#used ";
    private static final Term RUNNING = new Term.Constant("running", Evidence.none());
    private static final Term FOLLOWED = new Term.Constant("followed", Evidence.none());
    private static final Term OVER = new Term.Constant("over", Evidence.none());

    /** More pieces of work that one place starts are told apart by nothing. */
    private static final int MOST = 12;

    private final Machine machine;
    private final Map<HeapObject, Work> works = new LinkedHashMap<>();
    private final Map<HeapObject, Recorder.Event> firstUses = new LinkedHashMap<>();
    private final Set<HeapObject> confined = new HashSet<>();
    private final List<HeapObject> waited = new ArrayList<>();
    private final Deque<Integer> together = new ArrayDeque<>();
    private final Deque<Work> current = new ArrayDeque<>();
    private Optional<Start> rounds = Optional.empty();
    private int locks;

    Threads(Machine machine) {
        this.machine = machine;
    }

    /**
     * The threads that run some work.
     *
     * @param id tells them from others; each work has a thread of its own where it is negative
     * @param most how many they are at most, or without limit
     * @param isKnown whether it is known what they are
     */
    record Crew(int id, int most, boolean isKnown) {
        static final int WITHOUT_LIMIT = Integer.MAX_VALUE;

        static Crew ownThread() {
            return new Crew(-1, WITHOUT_LIMIT, true);
        }

        /** As many as a function has processors: at most 6 (AWS Lambda Developer Guide, memory). */
        static Crew ofCommonPool() {
            return new Crew(-1, 6, true);
        }

        static Crew unknown() {
            return new Crew(-1, WITHOUT_LIMIT, false);
        }

        /** Whether they do one work after the other. */
        boolean isOneThread() {
            return id >= 0 && most == 1;
        }
    }

    /**
     * How work is started.
     *
     * @param how the method that starts it
     * @param isRepeated whether it runs again and again, in later invocations too
     */
    record Start(String how, Crew crew, Location at, boolean isRepeated) {}

    /** Work that is done by one thread. */
    record Work(HeapObject object, Start start, Evidence path) {}

    /** Another thread begins: from here on its work runs beside this path. */
    Work start(Start start) {
        Work work = new Work(unused(start), start, machine.frame().path());
        HeapObject object = work.object();
        works.put(object, work);
        List.copyOf(machine.fields(object)).forEach(field -> machine.write(object, field, Plain.UNSET));
        put(object, RUNNING);
        return work;
    }

    /** What stands for the work; it is another object while that which was begun here before may run. */
    private HeapObject unused(Start start) {
        HeapObject object = work(start, 0);
        for (int nth = 1; nth < MOST && mayRun(object); nth++) {
            object = work(start, nth);
        }
        return object;
    }

    private HeapObject work(Start start, int nth) {
        return machine.allocate("#work " + nth, start.at(), new HeapObject.Shape.Container());
    }

    /** Runs what that thread does. */
    void run(Work work, Runnable body) {
        Optional<Start> outer = rounds;
        rounds = Optional.empty();
        current.push(work);
        body.run();
        current.pop();
        rounds = outer;
    }

    /** Runs one round of a loop, in a thread of its own where the rounds are divided among several. */
    void round(Runnable body) {
        if (rounds.isPresent()) {
            run(start(rounds.get()), body);
        } else {
            body.run();
        }
    }

    /** Runs what divides its rounds among threads, and waits for them. */
    <T> T divided(Start start, Supplier<T> body) {
        Optional<Start> outer = rounds;
        Set<HeapObject> before = Set.copyOf(works.keySet());
        rounds = Optional.of(start);
        T result = body.get();
        rounds = outer;
        over(works.values().stream()
                .filter(work -> !before.contains(work.object()) || work.start().equals(start))
                .map(Work::object)
                .toList());
        return result;
    }

    /** Runs what one thread at a time may run. */
    void locked(Runnable body) {
        locks++;
        body.run();
        locks--;
    }

    boolean isLocked() {
        return locks > 0;
    }

    /** These are over on this path. */
    void over(Collection<HeapObject> objects) {
        if (machine.store().isReachable()) {
            objects.stream().filter(this::mayGoOn).forEach(object -> put(object, OVER));
        }
    }

    /** What comes next begins when that which was started is over; nobody waits for it. */
    void followed() {
        if (machine.store().isReachable()) {
            works.keySet().stream().filter(this::mayRun).forEach(object -> put(object, FOLLOWED));
        }
    }

    /** Something that is not known was waited for. */
    void allOver() {
        List<HeapObject> all = works.values().stream()
                .filter(work -> !current.contains(work) && !work.start().isRepeated())
                .map(Work::object)
                .toList();
        over(all);
        if (!together.isEmpty()) {
            waited.addAll(all);
        }
    }

    /**
     * A loop, a call that calls a function for each element, or a block with its handlers begins: if it waits for work, it waits
     * for all of it, since it has no round only where there is no work.
     */
    void enteredTogether() {
        together.push(waited.size());
    }

    void leftTogether() {
        int from = together.pop();
        if (from < waited.size()) {
            over(List.copyOf(waited.subList(from, waited.size())));
        }
        if (together.isEmpty()) {
            waited.clear();
        }
    }

    /** Whether any work was begun. */
    boolean isBusy() {
        return !works.isEmpty();
    }

    /** The work that is being run; nothing for the thread of the invocation. */
    Optional<Work> current() {
        return Optional.ofNullable(current.peek());
    }

    /** That work, and what started it, and so on. */
    Collection<Work> active() {
        return List.copyOf(current);
    }

    /**
     * Other work that runs at the same time on every way that leads here. The rounds of a loop follow each other, so that work
     * of an earlier round, begun at the same place, runs beside that of this one.
     */
    List<Work> beside() {
        return besides()
                .filter(work -> isRunning(work.object()) || (isOfSamePlace(work) && mayRun(work.object())))
                .toList();
    }

    private boolean isOfSamePlace(Work other) {
        return current()
                .filter(work -> work.start().at().equals(other.start().at()))
                .isPresent();
    }

    private Stream<Work> besides() {
        return works.values().stream()
                .filter(work -> work.start().isRepeated() || work.object().epoch() == machine.epoch())
                .filter(work -> !current.contains(work))
                .filter(work -> !current()
                        .map(Work::start)
                        .filter(start -> start.crew().isOneThread()
                                && start.crew().equals(work.start().crew()))
                        .isPresent());
    }

    /** On a way that does not start it, it is unset: the state stands apart from the object, which is not there on that way. */
    private Term state(HeapObject work) {
        return machine.store().get(key(work)).orElse(Plain.UNSET);
    }

    private void put(HeapObject work, Term state) {
        machine.store().put(key(work), state);
    }

    private static Key key(HeapObject work) {
        return Key.staticField(STATE, String.valueOf(work.id()));
    }

    boolean mayRun(HeapObject object) {
        return state(object).options().stream().anyMatch(RUNNING::says);
    }

    private boolean isRunning(HeapObject object) {
        return state(object).options().stream().allMatch(RUNNING::says);
    }

    private boolean mayGoOn(HeapObject object) {
        return state(object).options().stream().anyMatch(state -> RUNNING.says(state) || FOLLOWED.says(state));
    }

    /** The thread that runs asks a database for something. */
    void asked(Recorder.Event event) {
        current.forEach(work -> firstUses.putIfAbsent(work.object(), event));
    }

    /** Work that asks a database and that nobody has waited for in this state: its first question, and whether no way waits. */
    List<Unawaited> unawaited(Store store, int epoch) {
        Store before = machine.store();
        machine.store(store);
        List<Unawaited> left = new ArrayList<>();
        works.forEach((object, work) -> {
            Recorder.Event use = firstUses.get(object);
            if (use != null && object.epoch() == epoch && mayGoOn(object)) {
                left.add(new Unawaited(
                        work, use, state(object).options().stream().noneMatch(OVER::says)));
            }
        });
        machine.store(before);
        return left;
    }

    /** Work that may go on when its invocation has ended. */
    record Unawaited(Work work, Recorder.Event use, boolean isSure) {}

    /** Something was opened: by the work that runs, if one does. */
    void opened(HeapObject object) {
        // what is opened again is another session, which no work has used yet
        works.keySet().forEach(work -> machine.write(work, USED + object.id(), Plain.UNSET));
        current.forEach(work -> machine.write(work.object(), OPENED + object.id(), RUNNING));
    }

    /** The work that runs uses a session. */
    void used(HeapObject session) {
        current.forEach(work -> machine.write(work.object(), USED + session.id(), RUNNING));
    }

    /** Whether the work has used the session, as far as this path tells; the session is the one that is open now. */
    boolean mayHaveUsed(Work work, HeapObject session) {
        return machine.read(work.object(), USED + session.id()).options().stream()
                .anyMatch(RUNNING::says);
    }

    /** Whether the thread that runs has opened it before; that of the invocation may have. */
    boolean isOwn(HeapObject object) {
        return current().map(work -> hasOpened(work, object)).orElse(true);
    }

    boolean hasOpened(Work work, HeapObject object) {
        return machine.read(work.object(), OPENED + object.id()).options().stream()
                .anyMatch(RUNNING::says);
    }

    /** Each thread has one of its own. */
    void confined(Term term) {
        term.options().stream()
                .filter(Term.Reference.class::isInstance)
                .forEach(option -> confined.add(((Term.Reference) option).object()));
    }

    boolean isConfined(HeapObject object) {
        return confined.contains(object);
    }
}

package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.Deployments;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.ir.Configuration;
import io.github.lambdadb.ir.Program;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.knowledge.Catalog;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One abstract run of one function: where it is, what it holds, what it has seen, how much it may still do. */
final class Machine {
    /** Statements and calls, and places written or looked through by the eighth, that one function may cost. */
    private static final int BUDGET = 400_000;

    private final AnalysisInput input;
    private final ProcessEnvironment environment;
    private final Map<String, Configuration> configurations = new HashMap<>();
    private final Types types;
    private final Recorder recorder = new Recorder();
    private final Set<String> initialised = new HashSet<>();
    private final Map<String, HeapObject> objects = new HashMap<>();
    private final Map<HeapObject, Set<String>> fields = new HashMap<>();
    private final Map<String, Frame> scopes = new HashMap<>();
    private final Openings openings = new Openings(this);
    private final Threads threads = new Threads(this);
    private final Credentials credentials = new Credentials(this);
    private final Retries retries = new Retries(this);
    private final Repetitions repetitions = new Repetitions(this);
    private final Proofs proofs = new Proofs(this);
    private final Deque<Exits> exits = new ArrayDeque<>(List.of(new Exits()));
    private final Deque<Handler> handlers;
    private final Deque<Jumps> jumps = new ArrayDeque<>();
    private Store store;
    private Frame frame;
    private int ids;
    private int epoch;
    private int spent;
    private int loops;
    private int handling;
    private int testing;
    private boolean told;
    private int jumped;
    private int surely;
    private final Deque<Iteration> iterations = new ArrayDeque<>();

    /** A loop over records that is run: where it stands, and how often its body has been run before. */
    record Iteration(Location at, int pass) {}

    /** Where break, continue and yield go; {@code cleanups} is how many the frame had where the statement begins. */
    record Jumps(
            Store base,
            boolean isLoop,
            int cleanups,
            List<Map<Key, Term>> breaks,
            List<Map<Key, Term>> continues,
            List<Term> yields) {
        static Jumps of(Machine machine, boolean isLoop) {
            return new Jumps(
                    machine.store(),
                    isLoop,
                    machine.frame().cleanups().size(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>());
        }
    }

    Machine(AnalysisInput input, ProcessEnvironment environment, TypeDecl entry, String member, Location at) {
        this.input = input;
        this.environment = environment;
        this.types = new Types(input.program(), input.catalog());
        this.store = Store.empty();
        this.handlers = store.watchers();
        this.frame = new Frame(
                nextId(), entry, member, Plain.NULL, java.util.Optional.empty(), java.util.Optional.empty(), at, store);
    }

    Program program() {
        return input.program();
    }

    Catalog catalog() {
        return input.catalog();
    }

    Deployments deployments() {
        return input.deployments();
    }

    boolean uses(String artifact) {
        return input.uses(artifact);
    }

    boolean lacks(String artifact) {
        return input.lacks(artifact);
    }

    /** The configuration of the framework of that id, as these processes see it. */
    Configuration configuration(String framework) {
        return configurations.computeIfAbsent(
                framework, id -> input.configuration().read(id, environment.variables()));
    }

    /** The variables of the processes that run. */
    ProcessEnvironment environment() {
        return environment;
    }

    Types types() {
        return types;
    }

    /** The frames around local and anonymous classes, by the name of the class. */
    Map<String, Frame> scopes() {
        return scopes;
    }

    /** The one object that stands for any object of the class that comes from outside. */
    HeapObject foreign(TypeDecl type) {
        HeapObject object = objects.computeIfAbsent(
                "foreign " + type.name() + epoch,
                key -> new HeapObject(
                        nextId(),
                        type.name(),
                        type.at(),
                        epoch,
                        new HeapObject.Shape.Foreign(type),
                        "",
                        "",
                        Evidence.none(),
                        List.of()));
        store.put(Key.existence(object.id()), Plain.NULL);
        return object;
    }

    Recorder recorder() {
        return recorder;
    }

    Store store() {
        return store;
    }

    void store(Store next) {
        store = next;
    }

    Frame frame() {
        return frame;
    }

    void frame(Frame next) {
        frame = next;
    }

    int epoch() {
        return epoch;
    }

    void epoch(int next) {
        epoch = next;
    }

    Deque<Handler> handlers() {
        return handlers;
    }

    Deque<Jumps> jumps() {
        return jumps;
    }

    /** Whether a condition is evaluated. */
    boolean isTesting() {
        return testing > 0;
    }

    void testing(int change) {
        testing += change;
    }

    /** Whether the body of a catch clause runs. */
    boolean isHandling() {
        return handling > 0;
    }

    void handling(int change) {
        handling += change;
    }

    /** How often control has jumped so far. */
    int jumped() {
        return jumped;
    }

    void jump() {
        jumped++;
    }

    boolean inLoop() {
        return loops > 0;
    }

    void enterLoop() {
        loops++;
    }

    void leaveLoop() {
        loops--;
    }

    int nextId() {
        return ids++;
    }

    /** Whether there is budget for one more step; the last one is told as a gap. */
    boolean mayStep(Location at) {
        spent++;
        boolean was = told;
        int work = spent + store.work() / 8;
        told |= work >= BUDGET;
        if (told && !was) {
            gap(Gap.Kind.BUDGET_EXHAUSTED, at, "The function is too large to be followed to its end.");
        }
        return !told;
    }

    void gap(Gap.Kind kind, Location at, String reason) {
        recorder.gap(new Gap(kind, at, reason));
    }

    boolean initialise(String type) {
        return initialised.add(type);
    }

    /** The object of this creation site in this context and epoch. */
    HeapObject allocate(String type, Location site, HeapObject.Shape shape) {
        String key = type + "|" + site + ":" + site.column() + "|" + frame.context() + "|" + epoch + "|"
                + shape.getClass().getSimpleName();
        HeapObject object = objects.get(key);
        if (object == null || shape instanceof HeapObject.Shape.Closure || shape instanceof HeapObject.Shape.Bound) {
            object = new HeapObject(
                    nextId(),
                    type,
                    site,
                    epoch,
                    shape,
                    frame.member(),
                    "",
                    frame.path(),
                    frame.stack().stream().map(Frame::member).toList());
            objects.put(key, object);
        }
        store.put(Key.existence(object.id()), Plain.NULL);
        return object;
    }

    Term read(HeapObject object, String field) {
        return store.get(Key.field(object, field)).orElse(Plain.UNSET);
    }

    /** The names of the fields that were ever written through {@link #write}. */
    List<String> fields(HeapObject object) {
        return List.copyOf(fields.getOrDefault(object, Set.of()));
    }

    void write(HeapObject object, String field, Term term) {
        fields.computeIfAbsent(object, key -> new TreeSet<>()).add(field);
        store.put(Key.field(object, field), term);
    }

    /** Adds an alternative to what a field holds. */
    void add(HeapObject object, String field, Term term) {
        Term before = read(object, field);
        write(object, field, before instanceof Term.Unset ? term : Join.of(before, term));
    }

    /** Runs two continuations from the same state and goes on with what both may leave. */
    void either(Runnable one, Runnable other) {
        Store base = store;
        List<Map<Key, Term>> ends = new ArrayList<>();
        for (Runnable branch : List.of(one, other)) {
            store = base.child();
            branch.run();
            if (store.isReachable()) {
                ends.add(store.since(base));
            }
        }
        store = base;
        base.become(ends);
    }

    /** A close that throws has closed all the same: a try statement that has done nothing else finds it closed. */
    void closed(Key key, Term term) {
        for (Handler handler : handlers) {
            if (recorder.onlyCloses(handler.from())) {
                handler.overrule(key, term);
            }
        }
    }

    /** Control leaves with an exception: the handlers around have seen all that was written. */
    void raise(String type, Location at) {
        exit(type, at, "an exception is thrown");
        store.end();
    }

    /** An exception may leave here. What tidies up after a failure, or before an end, is trusted to come through. */
    void mayRaise(String type, Location at, String call) {
        if (surely == 0 && handling == 0) {
            exit(type, at, "'" + call + "' may fail");
        }
    }

    private void exit(String type, Location at, String text) {
        if (store.isReachable()) {
            exits.element().add(type, openings.open(), openings.closedNow(), Evidence.of(at, text));
        }
    }

    /** Runs what comes through without a failure. */
    void surely(Runnable body) {
        surely++;
        body.run();
        surely--;
    }

    /** Something runs now, later or never; what it closes counts as closed, what it gives away as given away. */
    void trusting(Runnable body, Location at) {
        Set<HeapObject> before = openings.open();
        Set<HeapObject> closed = new LinkedHashSet<>();
        Set<HeapObject> given = new LinkedHashSet<>();
        either(
                () -> {
                    body.run();
                    if (store.isReachable()) {
                        given.addAll(before);
                        given.removeAll(openings.open());
                        given.stream()
                                .filter(object -> openings.mayBe(object, Openness.Kind.CLOSED))
                                .forEach(closed::add);
                    }
                },
                () -> {});
        if (store.isReachable()) {
            closed.forEach(object -> openings.closed(object, at));
            given.forEach(object -> openings.givenAway(object, at));
        }
    }

    /** Runs the body of a loop over records for the nth time, counted from 0. */
    void iterate(Location at, int pass, Runnable body) {
        iterations.push(new Iteration(at, pass));
        threads.round(body);
        iterations.pop();
    }

    /** The loop over records whose body runs once more, if any: what is done now is done for each record. */
    java.util.Optional<Location> repeatedBy() {
        return iterations.stream()
                .filter(iteration -> iteration.pass() > 0)
                .map(Iteration::at)
                .findFirst();
    }

    Credentials credentials() {
        return credentials;
    }

    Threads threads() {
        return threads;
    }

    Openings openings() {
        return openings;
    }

    Proofs proofs() {
        return proofs;
    }

    Retries retries() {
        return retries;
    }

    Repetitions repetitions() {
        return repetitions;
    }

    /** The ways out for exceptions, innermost first. */
    Deque<Exits> exits() {
        return exits;
    }
}

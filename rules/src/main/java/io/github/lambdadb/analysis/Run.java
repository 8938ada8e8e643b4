package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.LambdaFunction;
import io.github.lambdadb.ir.Method;
import io.github.lambdadb.ir.TypeDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One function run abstractly: initialisation, a first invocation, a later one. What the first leaves reachable is kept; what
 * the later one uses of it shows whether anything makes sure that it still lives.
 */
final class Run {
    /** Event types of triggers that repeat. */
    private static final Set<String> REPEATING = Set.of(
            "SQSEvent",
            "KinesisEvent",
            "DynamodbEvent",
            "S3Event",
            "SNSEvent",
            "KafkaEvent",
            "ScheduledEvent",
            "ActiveMQEvent",
            "RabbitMQEvent",
            "KinesisFirehoseEvent");

    /** Answers that are there later: frameworks wait for them. */
    private static final Set<String> AWAITED = Set.of(
            "java.util.concurrent.CompletionStage",
            "java.util.concurrent.Future",
            "org.reactivestreams.Publisher",
            "java.util.concurrent.Flow$Publisher",
            "java.util.concurrent.Flow.Publisher",
            "io.smallrye.mutiny.Uni",
            "io.smallrye.mutiny.Multi");

    private final EntryPoints.EntryPoint entry;
    private final Machine machine;
    private final Interpreter interpreter;
    private final Hooks hooks;
    private final Set<HeapObject> keptAfterFirst;
    private final Set<HeapObject> keptAfterSecond;
    private final Store afterFirst;
    private final Store afterSecond;
    private final Store afterInit;
    private final List<Snapshot> invocations;

    private Run(
            EntryPoints.EntryPoint entry,
            Machine machine,
            Interpreter interpreter,
            Store afterInit,
            Snapshot first,
            Snapshot second) {
        this.afterInit = afterInit;
        this.entry = entry;
        this.machine = machine;
        this.interpreter = interpreter;
        this.hooks = new Hooks(interpreter);
        this.keptAfterFirst = first.kept();
        this.keptAfterSecond = second.kept();
        this.afterFirst = first.store();
        this.afterSecond = second.store();
        this.invocations = List.of(first, second);
    }

    /** How an invocation ends: its state, whether it ever returns, what is kept, and the exceptions that leave it. */
    record Snapshot(Store store, boolean returns, Set<HeapObject> kept, Exits exits) {}

    static Run of(AnalysisInput input, EntryPoints.EntryPoint entry) {
        TypeDecl type = entry.type();
        Machine machine = new Machine(
                input,
                ProcessEnvironment.of(entry.function()),
                type,
                entry.function().handler(),
                type.at());
        Interpreter interpreter = new Interpreter(machine);
        List<Term> roots = new ArrayList<>(interpreter.beans().around());
        Served served = entry.container()
                .<Served>map(container -> interpreter.beans().serve(container, type))
                .orElseGet(() -> handler(interpreter, entry));
        roots.addAll(served.roots());
        Store afterInit = machine.store();
        List<Snapshot> snapshots = java.util.stream.IntStream.rangeClosed(1, 2)
                .mapToObj(epoch -> {
                    machine.epoch(epoch);
                    machine.store(machine.store().continued());
                    machine.openings().mayBeClosed(machine.exits().element().closed());
                    Exits exits = new Exits();
                    machine.exits().push(exits);
                    interpreter.calls().alternatives(served.invocations());
                    machine.exits().pop();
                    machine.exits().element().addAll(exits);
                    Store store = machine.store();
                    return new Snapshot(store, store.isReachable(), Ownership.kept(machine, store, roots), exits);
                })
                .toList();
        return new Run(entry, machine, interpreter, afterInit, snapshots.get(0), snapshots.get(1));
    }

    private static Served handler(Interpreter interpreter, EntryPoints.EntryPoint entry) {
        TypeDecl type = entry.type();
        Term self = interpreter
                .construction()
                .instantiate(type, Plain.NULL, constructorArguments(interpreter, type), type.at());
        return new Served(
                List.of(self),
                entry.methods().stream()
                        .map(method -> (Supplier<Term>)
                                () -> interpreter.activations().invoke(method, self, event(method), method.at()))
                        .toList());
    }

    private static List<Term> event(Method method) {
        return method.parameters().stream()
                .<Term>map(parameter -> Term.event(parameter.type()))
                .toList();
    }

    /** The no-argument constructor if there is one; else the first, with arguments that a container would inject. */
    private static List<Term> constructorArguments(Interpreter interpreter, TypeDecl type) {
        List<Method> constructors = type.methods("<init>");
        boolean plain = constructors.isEmpty()
                || constructors.stream()
                        .anyMatch(constructor -> constructor.parameters().isEmpty());
        return plain
                ? List.of()
                : constructors.get(0).parameters().stream()
                        .map(parameter ->
                                interpreter.beans().find(Request.of(parameter)).orElse(Term.event(parameter.type())))
                        .toList();
    }

    /** Whether what calls the function repeats a failed invocation: queues, streams and other asynchronous triggers. */
    boolean isRepeatedByTrigger() {
        return entry.methods().stream()
                .flatMap(method -> method.parameters().stream())
                .anyMatch(parameter -> REPEATING.contains(parameter.type().simpleName()));
    }

    /** The end of the invocation that made the object; of the first for what was made before. */
    Snapshot invocationOf(HeapObject object) {
        return invocations.get(Math.max(0, object.epoch() - 1));
    }

    /** Whether the invocation returns something that its caller, a framework, waits for. */
    boolean isAwaitedByItsCaller() {
        return entry.methods().stream()
                .map(method -> method.returnType().name())
                .anyMatch(type -> machine.types().hierarchy(type).stream().anyMatch(AWAITED::contains));
    }

    /** How the first invocation and a later one end. */
    List<Snapshot> snapshots() {
        return invocations;
    }

    /** The state in which the initialisation ends, which is what a snapshot holds. */
    Store endOfInitialisation() {
        return afterInit;
    }

    Store endOfLaterInvocation() {
        return afterSecond;
    }

    /** Whether an object of the first invocation is let go by the second on every way. */
    boolean isReplaced(HeapObject object) {
        return object.epoch() == 1
                && invocations.get(1).returns()
                && keptAfterFirst.contains(object)
                && !keptAfterSecond.contains(object);
    }

    LambdaFunction function() {
        return entry.function();
    }

    Machine machine() {
        return machine;
    }

    Connections connections() {
        return interpreter.library().connections();
    }

    /** What runs when the process ends. */
    Hooks hooks() {
        return hooks;
    }

    Sources sources() {
        return interpreter.library().sources();
    }

    /** Whether the object outlives the invocation that made it, or the initialisation. */
    boolean isKept(HeapObject object) {
        return (object.epoch() < 2 ? keptAfterFirst : keptAfterSecond).contains(object);
    }

    /** The state in which an object's settings are read: at the end of the invocation that made it. */
    Store stateOf(HeapObject object) {
        return object.epoch() < 2 ? afterFirst : afterSecond;
    }

    /** Reads an object's fields in that state. */
    <T> T reading(HeapObject object, Supplier<T> reader) {
        Store before = machine.store();
        machine.store(stateOf(object));
        T result = reader.get();
        machine.store(before);
        return result;
    }

    Optional<String> nameOf(HeapObject object) {
        return machine.recorder().nameOf(object);
    }
}

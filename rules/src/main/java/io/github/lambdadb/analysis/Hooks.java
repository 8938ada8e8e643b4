package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.Method;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What runs when the process ends in good order: shutdown hooks, and methods that a container runs before it destroys an object. */
final class Hooks {
    private static final String DISPOSABLE = "org.springframework.beans.factory.DisposableBean";
    private static final String SHUTDOWN_EVENT = "io.quarkus.runtime.ShutdownEvent";
    private static final String THREAD = "java.lang.Thread";

    private final Map<Question, Optional<Recorder.Hook>> answers = new HashMap<>();
    private final Interpreter interpreter;
    private final Machine machine;

    Hooks(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
    }

    /** {@code new Thread(runnable)}. */
    Optional<Term> construct(String type, List<Term> arguments, Location at) {
        if (!type.equals(THREAD)) {
            return Optional.empty();
        }
        return arguments.stream()
                .filter(argument -> argument.options().stream().anyMatch(interpreter.functions()::isFunction))
                .findFirst()
                .map(work -> {
                    HeapObject thread = Containers.create(machine, THREAD, at);
                    machine.write(thread, Containers.VALUE, work);
                    return new Term.Reference(thread);
                });
    }

    /** {@code Runtime.getRuntime().addShutdownHook(thread)}, and what else is done with a thread. */
    Optional<Term> call(Term receiver, Expr.Call expr, List<Term> arguments) {
        if (expr.name().equals("addShutdownHook") && arguments.size() == 1) {
            Term thread = arguments.get(0);
            machine.recorder().hook("a shutdown hook", expr.at(), () -> run(thread, expr));
            return Optional.of(Plain.NULL);
        }
        boolean isThread = receiver instanceof Term.Reference reference
                && reference.object().type().equals(THREAD);
        if (isThread && (expr.name().equals("start") || expr.name().equals("run"))) {
            Runnable work = () -> run(receiver, expr);
            if (expr.name().equals("start")) {
                Threads.Start start = new Threads.Start("start", Threads.Crew.ownThread(), expr.at(), false);
                new ThreadCalls(interpreter).start(start, work);
            } else {
                machine.trusting(work, expr.at());
            }
            return Optional.of(Plain.NULL);
        }
        return isThread ? Optional.of(Term.unknown("the answer of a thread")) : Optional.empty();
    }

    private void run(Term thread, Expr.Call expr) {
        for (Term option : thread.options()) {
            if (option instanceof Term.Reference reference) {
                Term work = machine.read(reference.object(), Containers.VALUE);
                if (interpreter.functions().applyAny(work, List.of(), expr.at()).isEmpty()
                        && reference.object().declaration().isPresent()) {
                    interpreter
                            .calls()
                            .dispatch(option, new Expr.Call(expr.target(), "run", List.of(), expr.at()), List.of());
                }
            }
        }
    }

    /** The methods that a container runs before it destroys the objects of this state. */
    private void destruction(List<Recorder.Hook> hooks) {
        Set<HeapObject> objects = new LinkedHashSet<>();
        machine.store().all().values().stream()
                .flatMap(term -> term.options().stream())
                .filter(Term.Reference.class::isInstance)
                .forEach(option -> objects.add(((Term.Reference) option).object()));
        for (HeapObject object : objects) {
            object.declaration().stream()
                    .flatMap(declared -> declared.methods().stream())
                    .filter(this::isBeforeDestruction)
                    .forEach(method -> hooks.add(new Recorder.Hook(
                            "a method that is run before the object is destroyed",
                            method.at(),
                            () -> interpreter
                                    .activations()
                                    .invoke(method, new Term.Reference(object), List.of(), method.at()))));
        }
    }

    /** {@code @PreDestroy}, Spring's {@code DisposableBean}, and observers of Quarkus' {@code ShutdownEvent}. */
    private boolean isBeforeDestruction(Method method) {
        boolean isMarked = method.annotations().stream()
                .anyMatch(annotation -> annotation.type().simpleName().equals("PreDestroy"));
        boolean isDisposal = method.name().equals("destroy")
                && machine.types().hierarchy(method.owner()).contains(DISPOSABLE);
        return method.parameters().isEmpty()
                ? isMarked || isDisposal
                : method.parameters().get(0).type().name().equals(SHUTDOWN_EVENT);
    }

    /** What was asked: of an object in a state. */
    private record Question(Store state, HeapObject object) {}

    /** What would close the object if the process ended in this state. */
    Optional<Recorder.Hook> closing(HeapObject object) {
        Question question = new Question(machine.store(), object);
        Optional<Recorder.Hook> known = answers.get(question);
        if (known == null) {
            known = find(object);
            answers.put(question, known);
        }
        return known;
    }

    private Optional<Recorder.Hook> find(HeapObject object) {
        List<Recorder.Hook> hooks = new ArrayList<>(machine.recorder().hooks());
        destruction(hooks);
        Store before = machine.store();
        for (Recorder.Hook hook : hooks) {
            machine.store(before.continued());
            machine.recorder().quietly(() -> machine.surely(hook.work()));
            boolean closes = machine.openings().mayBe(machine.store(), object, Openness.Kind.CLOSED)
                    && !machine.openings().isClosed(before, object);
            machine.store(before);
            if (closes) {
                return Optional.of(hook);
            }
        }
        return Optional.empty();
    }
}

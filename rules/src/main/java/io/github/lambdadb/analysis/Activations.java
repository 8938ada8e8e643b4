package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.ir.Method;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.source.Location;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs bodies in frames of their own: binds arguments, gathers what the returns leave. */
final class Activations {
    /** Calls that nest deeper are not followed. */
    static final int DEEPEST = 48;

    private final Interpreter interpreter;
    private final Machine machine;

    Activations(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
    }

    /** Runs a method of the sources. */
    Term invoke(Method method, Term self, List<Term> arguments, Location callSite) {
        machine.recorder().followed();
        if (!method.hasBody()) {
            return new Term.Opaque(method.returnType(), "a method without body");
        }
        Optional<TypeDecl> owner = machine.types().declaration(method.owner());
        if (owner.isEmpty() || isTooDeep(method, callSite)) {
            return new Term.Opaque(method.returnType(), "a recursive call");
        }
        if (method.isStatic()) {
            interpreter.construction().initialise(method.owner());
        }
        Optional<Frame> lexical = self instanceof Term.Reference reference
                        && reference.object().shape() instanceof HeapObject.Shape.Instance instance
                ? instance.scope()
                : Optional.empty();
        Frame frame = new Frame(
                machine.nextId(),
                owner.get(),
                method.signature(),
                method.isStatic() ? Plain.NULL : self,
                lexical,
                Optional.of(machine.frame()),
                callSite,
                machine.store());
        Term result = machine.retries()
                .run(
                        method,
                        () -> enter(frame, () -> {
                            bind(method, arguments);
                            body(method);
                        }));
        return interpreter.places().typed(result, method.returnType());
    }

    private void body(Method method) {
        if (method.isSynchronized()) {
            machine.threads().locked(() -> interpreter.run(method.body()));
        } else {
            interpreter.run(method.body());
        }
    }

    private boolean isTooDeep(Method method, Location callSite) {
        Frame frame = machine.frame();
        if (frame.depth() >= DEEPEST) {
            machine.gap(Gap.Kind.BUDGET_EXHAUSTED, callSite, "Calls nest deeper than " + DEEPEST + ".");
            return true;
        }
        return frame.activations(method.signature()) >= 2;
    }

    /** Runs a body in a frame of its own; the value is what any return gives. */
    Term enter(Frame frame, Runnable body) {
        Frame caller = machine.frame();
        Store base = frame.base();
        int from = machine.recorder().size();
        machine.store(base.child());
        machine.frame(frame);
        body.run();
        if (machine.store().isReachable()) {
            leave(Plain.NULL);
        }
        machine.frame(caller);
        machine.store(base);
        Term answer = machine.proofs().answer(frame.returns(), from);
        base.become(frame.returns().stream()
                .map(outcome -> withoutLocals(frame, outcome.written()))
                .toList());
        return answer;
    }

    private static Map<Key, Term> withoutLocals(Frame frame, Map<Key, Term> written) {
        if (frame.isCaptured()) {
            return written;
        }
        Map<Key, Term> kept = new LinkedHashMap<>(written);
        kept.keySet().removeIf(key -> key.owner() == frame.id());
        return kept;
    }

    /** Returns from the current frame with the value, if control still reaches its end. */
    void leaveWith(Term value) {
        if (machine.store().isReachable()) {
            leave(value);
            machine.store().end();
        }
    }

    /** Remembers a return from the current frame. */
    void leave(Term value) {
        Frame frame = machine.frame();
        frame.returns().add(new Frame.Outcome(value, machine.store().since(frame.base())));
    }

    void bind(Method method, List<Term> arguments) {
        int count = method.parameters().size();
        for (int i = 0; i < count; i++) {
            Method.Parameter parameter = method.parameters().get(i);
            Term argument;
            if (method.isVarargs() && i == count - 1) {
                argument = varargs(method, arguments, i);
            } else {
                argument = i < arguments.size()
                        ? arguments.get(i)
                        : new Term.Opaque(parameter.type(), "an argument that is not known");
            }
            machine.store()
                    .put(
                            Key.local(machine.frame(), parameter.name()),
                            interpreter.places().typed(argument, parameter.type()));
        }
    }

    private Term varargs(Method method, List<Term> arguments, int from) {
        if (arguments.size() == from + 1 && interpreter.library().isContainer(arguments.get(from))) {
            return arguments.get(from);
        }
        return interpreter
                .library()
                .array(arguments.subList(Math.min(from, arguments.size()), arguments.size()), method.at());
    }
}

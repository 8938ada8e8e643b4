package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.Method;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.source.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls lambdas and method references. */
final class Functions {
    /** Methods of functional interfaces that do not call the function but combine it. */
    private static final Set<String> COMBINING = Set.of(
            "andThen", "compose", "negate", "and", "or", "thenComparing", "reversed", "equals", "hashCode", "toString");

    private final Interpreter interpreter;
    private final Machine machine;

    Functions(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
    }

    Term callOn(HeapObject function, Expr.Call expr, List<Term> arguments) {
        if (COMBINING.contains(expr.name())) {
            return new Term.Reference(function);
        }
        return apply(function, arguments, expr.at());
    }

    /** Calls whatever functions the term may be; nothing for other terms. */
    Optional<Term> applyAny(Term term, List<Term> arguments, Location at) {
        List<Term> functions = term.options().stream().filter(this::isFunction).toList();
        if (functions.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(interpreter
                .calls()
                .alternatives(functions.stream()
                        .map(one -> (java.util.function.Supplier<Term>)
                                () -> apply(((Term.Reference) one).object(), arguments, at))
                        .toList()));
    }

    /** A lambda, a method reference, or an object of the sources with one method of its own, for a library to call. */
    boolean isFunction(Term term) {
        return term instanceof Term.Reference reference
                && (reference.object().isFunction()
                        || single(reference.object()).isPresent());
    }

    private Optional<Method> single(HeapObject object) {
        if (!(object.shape() instanceof HeapObject.Shape.Instance instance)) {
            return Optional.empty();
        }
        TypeDecl type = instance.declaration();
        boolean completesLibrary = type.name().matches(".*\\.\\d+")
                && machine.types().declaration(type.superclass().name()).isEmpty();
        if (type.interfaces().isEmpty() && !completesLibrary) {
            return Optional.empty();
        }
        List<Method> own = type.methods().stream()
                .filter(method -> !method.name().equals("<init>") && !method.isStatic() && method.hasBody())
                .toList();
        return own.size() == 1 ? Optional.of(own.get(0)) : Optional.empty();
    }

    Term apply(HeapObject function, List<Term> arguments, Location at) {
        if (!machine.mayStep(at)) {
            return Term.unknown("the budget is spent");
        }
        if (function.shape() instanceof HeapObject.Shape.Closure closure) {
            return closure(closure, arguments, at);
        }
        if (function.shape() instanceof HeapObject.Shape.Bound bound) {
            return bound(bound, arguments, at);
        }
        return single(function)
                .map(method -> interpreter.activations().invoke(method, new Term.Reference(function), arguments, at))
                .orElse(Term.unknown("a function that is not known"));
    }

    private Term closure(HeapObject.Shape.Closure closure, List<Term> arguments, Location at) {
        Frame scope = closure.frame();
        String member = scope.member();
        Expr.Lambda lambda = closure.lambda();
        String marker = member + "$" + lambda.at().line() + ":" + lambda.at().column();
        long active = machine.frame().stack().stream()
                .filter(frame -> frame.marker().equals(marker))
                .count();
        if (active >= 2 || machine.frame().depth() >= Activations.DEEPEST) {
            return Term.unknown("a recursive lambda");
        }
        Frame frame = new Frame(
                machine.nextId(),
                scope.owner(),
                member,
                scope.self(),
                Optional.of(scope),
                Optional.of(machine.frame()),
                at,
                machine.store());
        frame.marker(marker);
        return interpreter.activations().enter(frame, () -> {
            for (int i = 0; i < lambda.parameters().size(); i++) {
                Term argument = i < arguments.size() ? arguments.get(i) : Term.unknown("an argument of a library");
                machine.store().put(Key.local(frame, lambda.parameters().get(i)), argument);
            }
            interpreter.run(lambda.body());
        });
    }

    private Term bound(HeapObject.Shape.Bound bound, List<Term> arguments, Location at) {
        Expr.MethodReference reference = bound.reference();
        Frame caller = machine.frame();
        Frame frame = new Frame(
                machine.nextId(),
                bound.frame().owner(),
                bound.frame().member(),
                bound.frame().self(),
                Optional.of(bound.frame()),
                Optional.of(caller),
                at,
                machine.store());
        return interpreter
                .activations()
                .enter(frame, () -> interpreter.activations().leaveWith(referred(bound, reference, frame, arguments)));
    }

    /** Calls what the reference names, with the arguments standing as variables of a frame. */
    private Term referred(HeapObject.Shape.Bound bound, Expr.MethodReference reference, Frame frame, List<Term> given) {
        List<Term> arguments = padded(bound, given);
        for (int i = 0; i < arguments.size(); i++) {
            machine.store().put(Key.local(frame, "#" + i), arguments.get(i));
        }
        Location at = reference.at();
        if (reference.target() instanceof Expr.Type type) {
            if (reference.name().equals("new")) {
                return interpreter.evaluate(new Expr.New(
                        new Expr.Implicit(at), type.type(), locals(0, arguments.size(), at), List.of(), at));
            }
            boolean isStatic = machine.types()
                    .declaration(type.type().name())
                    .map(declared -> declared.methods(reference.name()).stream()
                            .anyMatch(method -> method.isStatic()
                                    && (arguments.isEmpty()
                                            || method.parameters().size() == arguments.size())))
                    .orElseGet(() -> interpreter.library().hasStatic(type.type().name(), reference.name()));
            if (!isStatic && !arguments.isEmpty()) {
                return interpreter.evaluate(
                        new Expr.Call(new Expr.Local("#0", at), reference.name(), locals(1, arguments.size(), at), at));
            }
            return interpreter.evaluate(new Expr.Call(type, reference.name(), locals(0, arguments.size(), at), at));
        }
        machine.store().put(Key.local(frame, "#target"), bound.target());
        return interpreter.evaluate(
                new Expr.Call(new Expr.Local("#target", at), reference.name(), locals(0, arguments.size(), at), at));
    }

    /** A library that calls a function gives it something: as many unknown arguments as the method wants. */
    private List<Term> padded(HeapObject.Shape.Bound bound, List<Term> given) {
        Expr.MethodReference reference = bound.reference();
        Optional<String> type = reference.target() instanceof Expr.Type named
                ? Optional.of(named.type().name())
                : machine.types().typeOf(bound.target());
        if (!given.isEmpty() || type.isEmpty() || reference.name().equals("new")) {
            return given;
        }
        List<Method> methods = machine.types().hierarchy(type.get()).stream()
                .flatMap(name -> machine.types().declaration(name).stream())
                .flatMap(declared -> declared.methods(reference.name()).stream())
                .filter(Method::hasBody)
                .toList();
        if (methods.isEmpty()
                || methods.stream().anyMatch(method -> method.parameters().isEmpty())) {
            return given;
        }
        return methods.get(0).parameters().stream()
                .<Term>map(parameter -> new Term.Opaque(parameter.type(), "an argument of a library"))
                .toList();
    }

    private static List<Expr> locals(int from, int to, Location at) {
        return java.util.stream.IntStream.range(from, to)
                .mapToObj(i -> (Expr) new Expr.Local("#" + i, at))
                .toList();
    }
}

package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.Method;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.ir.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Follows calls: into the sources where they have the method, into what is known of libraries elsewhere. */
final class Calls {
    private static final int MOST_IMPLEMENTATIONS = 8;
    private final Interpreter interpreter;
    private final Machine machine;

    Calls(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
    }

    Term call(Expr.Call expr) {
        if (!machine.mayStep(expr.at())) {
            return Term.unknown("the budget is spent");
        }
        if (expr.name().equals("<init>")) {
            interpreter.construction().chain(expr);
            return Plain.NULL;
        }
        machine.repetitions().called(expr.name());
        if (expr.target() instanceof Expr.Implicit) {
            return implicit(expr, arguments(expr));
        }
        if (expr.target() instanceof Expr.Type type) {
            return onType(type.type().name(), expr, arguments(expr));
        }
        if (expr.target() instanceof Expr.Super) {
            return onSuper(expr, arguments(expr));
        }
        Term target = interpreter.evaluate(expr.target());
        List<Term> arguments = arguments(expr);
        List<Term> receivers = receivers(target, expr);
        return alternatives(receivers.stream()
                .map(receiver -> (Supplier<Term>) () -> {
                    machine.openings().only(receiver, receivers);
                    return dispatch(receiver, expr, arguments);
                })
                .toList());
    }

    private List<Term> arguments(Expr.Call expr) {
        return expr.arguments().stream().map(interpreter::evaluate).toList();
    }

    /** Those that a call can be made on: not null, and the solver's answer where nothing else knows the type. */
    private List<Term> receivers(Term target, Expr.Call expr) {
        List<Term> receivers = new ArrayList<>();
        for (Term option : target.options()) {
            if (option instanceof Term.Opaque opaque
                    && !opaque.type().resolved()
                    && interpreter.library().isOfInterest(expr.name())) {
                TypeName type = machine.program().solve(expr.target()).orElse(opaque.type());
                receivers.add(new Term.Opaque(type, opaque.reason()));
            } else if (!(option instanceof Term.Null || option instanceof Term.Unset)) {
                receivers.add(option);
            }
        }
        return receivers.isEmpty() ? List.of(Term.unknown("a call on null")) : receivers;
    }

    /** Runs each alternative from the same state; goes on with what any of them may leave. */
    Term alternatives(List<Supplier<Term>> suppliers) {
        if (suppliers.size() == 1) {
            return suppliers.get(0).get();
        }
        Store base = machine.store();
        List<Map<Key, Term>> ends = new ArrayList<>();
        List<Term> values = new ArrayList<>();
        for (Supplier<Term> supplier : suppliers) {
            machine.store(base.child());
            Term value = supplier.get();
            if (machine.store().isReachable()) {
                values.add(value);
                ends.add(machine.store().since(base));
            }
        }
        machine.store(base);
        base.become(ends);
        return Join.of(values);
    }

    private Term implicit(Expr.Call expr, List<Term> arguments) {
        Term self = machine.frame().self();
        String type = machine.frame().owner().name();
        if (self instanceof Term.Reference reference
                && machine.types().isSubtype(reference.object().type(), type)) {
            type = reference.object().type();
        }
        for (int nesting = 0; nesting < 20 && !type.isEmpty(); nesting++) {
            String searched = type;
            Optional<TypeDecl> declared = machine.types().declaration(searched);
            Optional<Method> method = declared.flatMap(decl -> machine.types().find(decl, expr.name(), arguments));
            if (method.isPresent()) {
                return interpreter.activations().invoke(method.get(), self, arguments, expr.at());
            }
            if (declared.filter(decl -> !decl.enumConstants().isEmpty()).isPresent()
                    && (expr.name().equals("values") || expr.name().equals("valueOf"))) {
                return interpreter.library().staticCall(searched, expr, arguments);
            }
            if (inherits(searched, expr.name(), arguments.size())) {
                return self instanceof Term.Reference
                        ? interpreter.library().call(self, expr, arguments)
                        : interpreter.library().staticCall(searched, expr, arguments);
            }
            self = interpreter.places().outer(self);
            type = declared.map(TypeDecl::outer).orElse("");
        }
        for (String imported : interpreter.places().staticImports(expr.name())) {
            boolean source = machine.types()
                    .declaration(imported)
                    .filter(decl -> !decl.methods(expr.name()).isEmpty())
                    .isPresent();
            if (source || machine.types().declaration(imported).isEmpty()) {
                return onType(imported, expr, arguments);
            }
        }
        return unresolved(expr, arguments);
    }

    /** Whether a library supertype has the method. */
    private boolean inherits(String type, String name, int arguments) {
        return machine.types().returnType(type, name, arguments).isPresent()
                || (machine.types().productType(type).isPresent()
                        && interpreter.library().isOfInterest(name))
                || machine.types().calls(type).stream().anyMatch(model -> model.hasMeaning(name));
    }

    private Term unresolved(Expr.Call expr, List<Term> arguments) {
        return interpreter.library().unknownCall(Term.unknown("a method that is not known"), expr, arguments);
    }

    private Term onType(String type, Expr.Call expr, List<Term> arguments) {
        return ofSources(type, expr, arguments)
                .orElseGet(() -> interpreter.library().staticCall(type, expr, arguments));
    }

    private Term onSuper(Expr.Call expr, List<Term> arguments) {
        TypeDecl owner = machine.frame().owner();
        List<String> supers = new ArrayList<>(List.of(owner.superclass().name()));
        owner.interfaces().forEach(name -> supers.add(name.name()));
        for (String type : supers) {
            Optional<Term> result = ofSources(type, expr, arguments);
            if (result.isPresent()) {
                return result.get();
            }
        }
        return interpreter.library().call(machine.frame().self(), expr, arguments);
    }

    /** Runs the method that the type itself has or inherits, on the object at hand; empty if the sources have none. */
    private Optional<Term> ofSources(String type, Expr.Call expr, List<Term> arguments) {
        return machine.types()
                .declaration(type)
                .flatMap(declared -> machine.types().find(declared, expr.name(), arguments))
                .map(method ->
                        interpreter.activations().invoke(method, machine.frame().self(), arguments, expr.at()));
    }

    Term dispatch(Term receiver, Expr.Call expr, List<Term> arguments) {
        if (receiver instanceof Term.Reference reference) {
            HeapObject object = reference.object();
            if (object.isFunction()) {
                return interpreter.functions().callOn(object, expr, arguments);
            }
            return object.declaration()
                    .map(declared -> onObject(reference, declared, expr, arguments))
                    .orElseGet(() -> interpreter.library().call(receiver, expr, arguments));
        }
        if (receiver instanceof Term.Opaque opaque) {
            Optional<TypeDecl> declared =
                    machine.types().declaration(opaque.type().name());
            if (declared.isPresent() && opaque.type().dimensions() == 0) {
                return Carried.on(onForeign(declared.get(), expr, arguments), receiver);
            }
        }
        return interpreter.library().call(receiver, expr, arguments);
    }

    private Term onObject(Term.Reference receiver, TypeDecl declared, Expr.Call expr, List<Term> arguments) {
        Optional<Method> method = machine.types().find(declared, expr.name(), arguments);
        if (method.isPresent()) {
            return interpreter.activations().invoke(method.get(), receiver, arguments, expr.at());
        }
        return receiver.object().shape() instanceof HeapObject.Shape.Foreign && declared.isInterface()
                ? onForeign(declared, expr, arguments)
                : interpreter.library().call(receiver, expr, arguments);
    }

    /** The receiver is any object of a class of the sources. */
    private Term onForeign(TypeDecl declared, Expr.Call expr, List<Term> arguments) {
        List<TypeDecl> classes = new ArrayList<>();
        if (!declared.isAbstract() && !declared.isInterface()) {
            classes.add(declared);
        } else {
            machine.program().subtypes(declared.name()).stream()
                    .filter(type -> !type.isAbstract() && !type.isInterface())
                    .forEach(classes::add);
        }
        if (classes.size() > MOST_IMPLEMENTATIONS) {
            machine.gap(
                    Gap.Kind.UNFOLLOWED_CALL,
                    expr.at(),
                    "The call of " + expr.name() + " may go to any of " + classes.size() + " classes.");
            classes.clear();
        }
        if (classes.isEmpty()) {
            return interpreter
                    .library()
                    .unknownCall(
                            new Term.Opaque(TypeName.of(declared.name()), "no class is known to implement it"),
                            expr,
                            arguments);
        }
        return alternatives(classes.stream()
                .map(type -> (Supplier<Term>) () -> onObject(foreign(type), type, expr, arguments))
                .toList());
    }

    Term.Reference foreign(TypeDecl type) {
        return new Term.Reference(machine.foreign(type));
    }
}

package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.Method;
import io.github.lambdadb.ir.Stmt;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.source.Location;
import java.util.List;
import java.util.Optional;

/** Creates objects and initialises classes, in Java's order. */
final class Construction {
    private final Interpreter interpreter;
    private final Machine machine;

    Construction(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
    }

    void declareLocal(TypeDecl type) {
        machine.types().register(type);
        machine.frame().capture();
        machine.scopes().put(type.name(), machine.frame());
    }

    Term create(Expr.New expr) {
        Term outer =
                expr.outer() instanceof Expr.Implicit ? machine.frame().self() : interpreter.evaluate(expr.outer());
        List<Term> arguments =
                expr.arguments().stream().map(interpreter::evaluate).toList();
        if (!expr.body().isEmpty()) {
            return anonymous(expr, outer, arguments);
        }
        Optional<TypeDecl> declared = machine.types().declaration(expr.type().name());
        if (declared.isEmpty()) {
            return interpreter.library().construct(expr.type().name(), arguments, expr.at());
        }
        return instantiate(declared.get(), outer, arguments, expr.at());
    }

    private Term anonymous(Expr.New expr, Term outer, List<Term> arguments) {
        TypeDecl body = expr.body().get(0);
        declareLocal(body);
        return filled(body, arguments, expr.at()).orElseGet(() -> instantiate(body, outer, arguments, expr.at()));
    }

    /** {@code new HashMap<>() {{ put("a", "b"); }}}: a container of the JDK whose class adds nothing but what it holds. */
    private Optional<Term> filled(TypeDecl body, List<Term> arguments, Location at) {
        boolean addsMethods =
                body.methods().stream().anyMatch(method -> !method.name().equals("<init>"));
        Optional<Term> made = addsMethods
                ? Optional.empty()
                : interpreter.library().container(body.superclass().name(), arguments, at);
        made.ifPresent(container -> interpreter
                .activations()
                .enter(
                        frame(body, body.name() + ".<init>()", container, at),
                        () -> interpreter.run(body.instanceInitializer())));
        return made;
    }

    Term.Reference instantiate(TypeDecl type, Term outer, List<Term> arguments, Location at) {
        initialise(type.name());
        Optional<Frame> scope = Optional.ofNullable(machine.scopes().get(type.name()));
        HeapObject object = machine.allocate(type.name(), at, new HeapObject.Shape.Instance(type, scope, outer));
        Term.Reference self = new Term.Reference(object);
        construct(type, self, arguments, at);
        interpreter.library().created(object);
        return self;
    }

    /** Runs the constructor that the arguments choose, with the initialisers where Java runs them. */
    private void construct(TypeDecl type, Term.Reference self, List<Term> arguments, Location at) {
        Optional<Method> constructor = machine.types().choose(type, "<init>", arguments, true);
        if (machine.frame().activations(type.name() + ".<init>") >= 2
                || machine.frame().depth() > Activations.DEEPEST) {
            return;
        }
        Frame frame = frame(type, constructor.map(Method::signature).orElse(type.name() + ".<init>()"), self, at);
        interpreter.activations().enter(frame, () -> {
            constructor.ifPresent(method -> bind(method, arguments));
            List<Stmt> statements =
                    constructor.map(method -> method.body().statements()).orElse(List.of());
            if (!chains(statements)) {
                List<Term> passed = constructor.isEmpty() && type.name().matches(".*\\.\\d+") ? arguments : List.of();
                superConstructor(type, self, passed, at);
                interpreter.run(type.instanceInitializer());
            }
            statements.forEach(interpreter::run);
        });
    }

    private Frame frame(TypeDecl type, String member, Term self, Location at) {
        Optional<Frame> scope = Optional.ofNullable(machine.scopes().get(type.name()));
        return new Frame(
                machine.nextId(), type, member, self, scope, Optional.of(machine.frame()), at, machine.store());
    }

    private void bind(Method constructor, List<Term> arguments) {
        interpreter.activations().bind(constructor, arguments);
    }

    private static boolean chains(List<Stmt> statements) {
        return statements.stream()
                .anyMatch(statement -> statement instanceof Stmt.Evaluate evaluate
                        && evaluate.expression() instanceof Expr.Call call
                        && call.name().equals("<init>"));
    }

    /** {@code this(…)} or {@code super(…)}, met in a constructor. */
    void chain(Expr.Call call) {
        List<Term> arguments =
                call.arguments().stream().map(interpreter::evaluate).toList();
        TypeDecl type = machine.frame().owner();
        if (!(machine.frame().self() instanceof Term.Reference self)) {
            return;
        }
        if (call.target() instanceof Expr.Super) {
            superConstructor(type, self, arguments, call.at());
            interpreter.run(type.instanceInitializer());
        } else {
            construct(type, self, arguments, call.at());
        }
    }

    private void superConstructor(TypeDecl type, Term.Reference self, List<Term> arguments, Location at) {
        String superclass = type.superclass().name();
        Optional<TypeDecl> declared = machine.types().declaration(superclass);
        if (declared.isPresent() && !declared.get().isInterface()) {
            construct(declared.get(), self, arguments, at);
        } else if (!superclass.equals("java.lang.Object")) {
            interpreter.library().superConstructor(self.object(), superclass, arguments, at);
        }
    }

    /**
     * Runs the static initialiser of a class, and of its superclasses first, when it is used for the first time. Whichever path
     * comes first finds the same class, so what the initialiser makes is there on all of them.
     */
    void initialise(String name) {
        Optional<TypeDecl> declared = machine.types().declaration(name);
        if (declared.isEmpty() || !machine.initialise(name)) {
            return;
        }
        TypeDecl type = declared.get();
        initialise(type.superclass().name());
        if (type.staticInitializer().statements().isEmpty()) {
            return;
        }
        Store before = machine.store();
        machine.store(before.child());
        Frame frame = frame(type, name + ".<clinit>()", Plain.NULL, type.at());
        interpreter.activations().enter(frame, () -> interpreter.run(type.staticInitializer()));
        Store after = machine.store();
        if (after.isReachable()) {
            machine.store(before);
            before.settle(after.since(before));
        }
    }
}

package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.knowledge.CallModel;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls that leave the sources: what is known of the library, and a careful guess-free answer for the rest. */
final class LibraryCalls {
    /** Methods of collections and streams that call a function for each element. */
    private static final List<String> ITERATING = List.of(
            "forEach*", "map*", "flatMap*", "peek", "filter", "anyMatch", "allMatch", "noneMatch", "collect", "reduce");

    private static final List<String> NO_COLLECTIONS = List.of(
            "java.util.Optional", "java.util.concurrent.Exec", "java.util.concurrent.Comp", "java.util.concurrent.Fut");

    /** Libraries whose calls programs do not expect to fail. */
    private static final List<String> QUIET = List.of(
            "java.lang.",
            "java.util.",
            "java.time.",
            "java.math.",
            "java.text.",
            "org.slf4j.",
            "org.apache.logging.",
            "org.apache.log4j.",
            "org.apache.commons.logging.",
            "ch.qos.logback.",
            "lombok.",
            "com.amazonaws.services.lambda.runtime.");

    /** Types through which a pool lends, and which have no setting of it: who is given one of these changes none. */
    private static final Set<String> LENDING = Set.of("javax.sql.DataSource", "io.r2dbc.spi.ConnectionFactory");

    private static final Set<String> RESOURCES =
            Set.of("getResourceAsStream", "getResourceAsReader", "getSystemResourceAsStream");

    private final Interpreter interpreter;
    private final Machine machine;
    private final Sources sources;
    private final Connections connections;
    private final JdkCalls jdk;
    private final PropertyCalls properties;
    private final PropertyEnums enums;
    private final DeclaredSources declared;
    private final ThreadCalls threads;
    private final CdkCalls cdk;

    LibraryCalls(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
        this.sources = new Sources(interpreter);
        this.connections = new Connections(machine, sources);
        this.jdk = new JdkCalls(interpreter);
        this.properties = new PropertyCalls(interpreter);
        this.enums = new PropertyEnums(machine);
        this.declared = new DeclaredSources(interpreter, connections);
        this.threads = new ThreadCalls(interpreter);
        this.cdk = new CdkCalls(machine);
    }

    Sources sources() {
        return sources;
    }

    /** A map, list or the like of the JDK; empty for other types. */
    Optional<Term> container(String type, List<Term> arguments, Location at) {
        return type.startsWith("java.util.") ? jdk.construct(type, arguments, at) : Optional.empty();
    }

    CdkCalls cdk() {
        return cdk;
    }

    Connections connections() {
        return connections;
    }

    /** Whether a method's name means something for connections or their settings, so that its receiver is worth a question. */
    boolean isOfInterest(String method) {
        return machine.catalog().tellingMethods().contains(method);
    }

    boolean hasStatic(String type, String method) {
        return machine.program()
                .library(type)
                .map(library -> library.methods().stream()
                        .anyMatch(candidate -> candidate.name().equals(method) && candidate.isStatic()))
                .orElse(true);
    }

    /** A call on one alternative of a receiver. */
    Term call(Term receiver, Expr.Call expr, List<Term> arguments) {
        threads.waited(receiver, expr.name());
        machine.threads().enteredTogether();
        Term answer = Carried.on(threads.divided(expr, () -> undivided(receiver, expr, arguments)), receiver);
        machine.threads().leftTogether();
        return answer;
    }

    private Term undivided(Term receiver, Expr.Call expr, List<Term> arguments) {
        if (receiver instanceof Term.Reference reference) {
            HeapObject object = reference.object();
            Optional<Term> answer = sources.modelOf(object)
                    .flatMap(model -> sources.call(object, model, expr.name(), arguments, expr.at()))
                    .or(() -> connections.call(reference, expr, arguments))
                    .or(() -> onAccessor(object.type(), expr, arguments));
            if (answer.isPresent()) {
                runFunctions(arguments, expr, receiver);
                return answer.get();
            }
        }
        return cdk.call(receiver, expr, arguments)
                .or(() -> machine.types()
                        .typeOf(receiver)
                        .flatMap(type -> machine.credentials().call(type, expr)))
                .or(() -> resource(expr, arguments))
                .or(() -> connections.borrowFromUnseen(receiver, expr, arguments))
                .or(() -> properties.call(receiver, expr, arguments))
                .or(() -> enums.call(receiver, expr, arguments))
                .or(() -> declared.call(receiver, expr, arguments))
                .or(() -> jdk.call(receiver, expr, arguments))
                .orElseGet(() -> unknownCall(receiver, expr, arguments));
    }

    Term staticCall(String type, Expr.Call expr, List<Term> arguments) {
        threads.waited(type, expr.name());
        return cdk.staticCall(type, expr, arguments)
                .or(() -> machine.credentials().call(type, expr))
                .or(() -> resource(expr, arguments))
                .or(() -> threads.create(type, expr.name(), arguments, expr.at()))
                .or(() -> sources.factory(type, expr.name(), arguments, expr.at()))
                .or(() -> jdk.staticCall(type, expr, arguments))
                .or(() -> staticWrapper(type, expr, arguments))
                .or(() -> onAccessor(type, expr, arguments))
                .orElseGet(() -> unknownCall(new Term.Opaque(TypeName.of(type), "a static call"), expr, arguments));
    }

    /** A call of what a framework adds to classes of the project, such as entities that know how to find themselves. */
    private Optional<Term> onAccessor(String type, Expr.Call expr, List<Term> arguments) {
        if (machine.types().calls(type).isEmpty()) {
            return Optional.empty();
        }
        return interpreter
                .beans()
                .accessor(TypeName.of(type))
                .filter(Term.Reference.class::isInstance)
                .flatMap(accessor -> connections.call((Term.Reference) accessor, expr, arguments));
    }

    private Optional<Term> staticWrapper(String type, Expr.Call expr, List<Term> arguments) {
        boolean closes =
                machine.types().calls(type).stream().anyMatch(model -> CallModel.names(model.closes(), expr.name()));
        if (closes && !arguments.isEmpty()) {
            connections.closeAll(arguments, expr);
            return Optional.of(Plain.NULL);
        }
        boolean borrows =
                machine.types().calls(type).stream().anyMatch(model -> CallModel.names(model.borrows(), expr.name()));
        if (borrows) {
            return connections.borrowFrom(arguments, expr);
        }
        String result = machine.types()
                .returnType(type, expr.name(), arguments.size())
                .map(TypeName::name)
                .orElse(type);
        if (machine.types().calls(result).stream()
                .anyMatch(model -> !model.registers().isEmpty())) {
            return Optional.of(connections.handle(result, type, List.of(), expr.at()));
        }
        boolean wraps = machine.types().calls(type).stream().anyMatch(CallModel::wraps);
        List<Term> behind = connections.reach().tracked(arguments);
        if (!wraps || behind.isEmpty()) {
            return Optional.empty();
        }
        String made = machine.types()
                .returnType(type, expr.name(), arguments.size())
                .map(TypeName::name)
                .orElse("?");
        return Optional.of(connections.handle(made, type, behind, expr.at()));
    }

    Term construct(String type, List<Term> arguments, Location at) {
        Optional<Term> known = cdk.construct(type, arguments, at)
                .or(() -> sources.construct(type, arguments, at))
                .or(() -> threads.create(type, "<init>", arguments, at))
                .or(() -> jdk.construct(type, arguments, at));
        if (known.isPresent()) {
            return known.get();
        }
        Optional<Term> managed = managed(type, "new", arguments, at);
        if (managed.isPresent()) {
            return managed.get();
        }
        List<Term> behind = connections.reach().tracked(arguments);
        if (!behind.isEmpty()) {
            giveAway(behind, type, at);
            return connections.handle(type, type, behind, at);
        }
        escapeAll(type, "<init>", arguments, at, "is given to new " + type);
        return new Term.Opaque(TypeName.of(type), "an object of a library");
    }

    void created(HeapObject object) {
        sources.created(object);
    }

    /** An object of the sources runs the constructor of its superclass in a library. */
    void superConstructor(HeapObject object, String superclass, List<Term> arguments, Location at) {
        machine.types()
                .product(superclass)
                .ifPresent(model -> sources.constructor(object, model, superclass, arguments, at));
        List<Term> behind = connections.reach().tracked(arguments);
        giveAway(behind, superclass, at);
        behind.forEach(term -> machine.add(object, Connections.OF, term));
    }

    /** A container of objects that starts here, or one of its objects. */
    private Optional<Term> managed(String type, String name, List<Term> arguments, Location at) {
        return interpreter
                .beans()
                .start(type, arguments, at)
                .<Term>map(beans -> connections.handle(type, type, beans, at))
                .or(() -> interpreter.beans().lookup(name, arguments));
    }

    /** A library of which nothing is known may close what it gets, now or later. */
    private void giveAway(List<Term> tracked, String type, Location at) {
        boolean known = isHarmless(type) || !machine.types().calls(type).isEmpty();
        if (!known) {
            connections.giveAway(tracked, at);
        }
    }

    /** {@code getResourceAsStream("pool.properties")}, of classes, their loaders and MyBatis: an object that stands for the resource. */
    private Optional<Term> resource(Expr.Call expr, List<Term> arguments) {
        boolean asks = RESOURCES.contains(expr.name()) && !arguments.isEmpty();
        return asks ? Optional.of(jdk.resource(arguments.get(arguments.size() - 1), expr.at())) : Optional.empty();
    }

    /** A call of which nothing is known: functions may run, settings may change, the result works on what went in. */
    Term unknownCall(Term receiver, Expr.Call expr, List<Term> arguments) {
        machine.recorder().notFollowed();
        String type = machine.types().typeOf(receiver).orElse(family(receiver));
        Optional<Term> managed = managed(type, expr.name(), arguments, expr.at());
        if (managed.isPresent()) {
            return managed.get();
        }
        if (mayFail(type)) {
            machine.mayRaise(Exits.ANY, expr.at(), expr.name());
        }
        runFunctions(arguments, expr, receiver);
        giveAway(connections.reach().tracked(arguments), type, expr.at());
        if (!isHarmless(type)) {
            threads.givenAway(type, expr.name(), arguments);
        }
        TypeName result = machine.types()
                .returnType(type, expr.name(), arguments.size())
                // a builder that returns itself does so by a type variable
                .filter(returned -> !(Retries.isLibrary(type) && returned.name().equals("java.lang.Object")))
                .orElse(TypeName.unresolved(type.contains(".") ? type : "?"));
        escapeAll(type, expr.name(), arguments, expr.at(), "is given to " + expr.name());
        List<Term> behind = new ArrayList<>(
                isHarmless(type) ? List.of() : connections.reach().tracked(arguments));
        behind.addAll(connections.reach().tracked(List.of(receiver)));
        boolean canHold = !result.resolved() || !isPlain(result.name());
        if (!behind.isEmpty() && canHold) {
            return connections.handle(result.resolved() ? result.name() : "?", type, behind, expr.at());
        }
        List<Term> all = new ArrayList<>(arguments);
        all.add(receiver);
        return new Term.Opaque(result, "the result of " + expr.name(), Carried.by(all));
    }

    private static boolean isPlain(String type) {
        return (type.startsWith("java.lang.") && !type.equals("java.lang.Object"))
                || !type.contains(".")
                || type.startsWith("java.time.")
                || type.startsWith("java.math.");
    }

    /** Functions that a library gets may run now or never, or once for each record; what they close is trusted to be closed. */
    private void runFunctions(List<Term> arguments, Expr.Call expr, Term receiver) {
        String type = machine.types().typeOf(receiver).orElse(family(receiver));
        if (threads.run(receiver, type, expr, arguments)) {
            return;
        }
        boolean iterates = CallModel.names(ITERATING, expr.name()) && (type.equals("?") || isCollection(type));
        machine.retries().run(type, expr.name(), () -> runFunctions(arguments, expr, receiver, iterates), expr.at());
    }

    private void runFunctions(List<Term> arguments, Expr.Call expr, Term receiver, boolean iterates) {
        for (Term argument : arguments) {
            if (argument.options().stream().anyMatch(interpreter.functions()::isFunction)) {
                List<Term> given = given(receiver);
                Runnable body = () -> interpreter.functions().applyAny(argument, given, expr.at());
                for (int pass = 0; pass < (iterates ? 2 : 1); pass++) {
                    int nth = pass;
                    machine.trusting(() -> machine.iterate(expr.at(), nth, body), expr.at());
                }
            }
        }
    }

    private static boolean isCollection(String type) {
        boolean isOther = NO_COLLECTIONS.stream().anyMatch(type::startsWith);
        return (type.startsWith("java.util.") && !isOther) || type.equals("java.lang.Iterable");
    }

    /** Whether a call of the library's type is one that programs expect to fail now and then. */
    private static boolean mayFail(String type) {
        return type.contains(".") && QUIET.stream().noneMatch(type::startsWith);
    }

    /** The library that something of an unknown type comes from, as far as the calls before tell. */
    private static String family(Term receiver) {
        return receiver instanceof Term.Opaque opaque ? opaque.type().name() : "?";
    }

    /** What a library hands to a function: an object that works on the same connection, if the receiver does. */
    private List<Term> given(Term receiver) {
        List<Term> behind = connections.reach().tracked(List.of(receiver));
        return behind.isEmpty() ? List.of() : List.of(behind.get(0));
    }

    private boolean isHarmless(String type) {
        boolean mayBeAnything = type.equals("java.lang.Object") || type.startsWith("java.util.function.");
        return !mayBeAnything
                && machine.catalog().functions().harmless().stream().anyMatch(type::startsWith);
    }

    private void escapeAll(String type, String method, List<Term> arguments, Location at, String text) {
        if (isHarmless(type) || !machine.types().calls(type).isEmpty()) {
            return;
        }
        for (int position = 0; position < arguments.size(); position++) {
            boolean seesSettings = !LENDING.containsAll(declared(type, method, arguments.size(), position));
            for (Term option : arguments.get(position).options()) {
                if (option instanceof Term.Reference reference
                        && (sources.modelOf(reference.object()).isPresent()
                                || reference.object().shape() instanceof HeapObject.Shape.Container)) {
                    escape(reference.object(), at, text, seesSettings);
                }
            }
        }
    }

    private List<String> declared(String type, String method, int arguments, int position) {
        List<String> types = machine.types().parameterTypes(type, method, arguments, position);
        return types.isEmpty() ? List.of("?") : types;
    }

    private void escape(HeapObject object, Location at, String text, boolean seesSettings) {
        machine.recorder().escape(object, at, text);
        if (object.shape() instanceof HeapObject.Shape.Container) {
            Containers.open(machine, object);
        } else if (seesSettings && !connections.reach().isSession(object)) {
            sources.bag().open(object, text);
        }
    }

    Term element(Term iterable) {
        return jdk.element(iterable);
    }

    /** What is visited one after the other, where all of it is known. */
    Optional<List<Term>> known(Term iterable) {
        return iterable instanceof Term.Reference reference
                        && reference.object().shape() instanceof HeapObject.Shape.Container
                ? Containers.known(machine, reference.object())
                : Optional.empty();
    }

    Term array(List<Term> elements, Location at) {
        return Containers.array(machine, elements, at);
    }

    void store(Term array, Term value) {
        for (Term option : array.options()) {
            if (option instanceof Term.Reference reference) {
                Containers.add(machine, reference.object(), value);
            }
        }
    }

    boolean isContainer(Term term) {
        return term instanceof Term.Reference reference
                && reference.object().shape() instanceof HeapObject.Shape.Container;
    }

    /** The end of a try-with-resources. */
    void close(Term resource, Location at) {
        for (Term option : resource.options()) {
            if (option instanceof Term.Reference) {
                Expr.Call call = new Expr.Call(new Expr.Nothing(at), "close", List.of(), at);
                interpreter.calls().dispatch(option, call, List.of());
            } else {
                threads.waited(option, "close");
            }
        }
    }

    void nullChecked(Term term, Location at) {
        connections.nullChecked(term, at);
    }
}

package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.source.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The part of the JDK through which values and objects travel. */
final class JdkCalls {
    private static final String THREAD_LOCAL = "java.lang.ThreadLocal";
    private static final String THREAD_LOCAL_MEMO = "a memo of each thread";
    private static final Set<String> MEMOISERS = Set.of(
            "com.google.common.base.Suppliers.memoize",
            "com.google.common.base.Suppliers.memoizeWithExpiration",
            "java.lang.ThreadLocal.withInitial",
            "io.vavr.Lazy.of");

    private static final String FUNCTION = "#function";

    /** Streams and readers that show what another one reads. */
    private static final Set<String> READERS =
            Set.of("java.io.InputStreamReader", "java.io.BufferedReader", "java.io.BufferedInputStream");

    private static final Set<String> CLOCKS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.time.Instant.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now");

    private final Interpreter interpreter;
    private final Machine machine;
    private final StringCalls strings;
    private final Joiners joiners;
    private final NumberCalls numbers = new NumberCalls();
    private final ContainerCalls containers;
    private final CacheCalls caches;
    private final FutureCalls futures;
    private final OptionalCalls optionals;
    private final EnvironmentCalls environment;
    private final Hooks hooks;
    private final Snapshots snapshots;

    JdkCalls(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
        this.strings = new StringCalls(machine);
        this.joiners = new Joiners(machine, strings);
        this.containers = new ContainerCalls(interpreter);
        this.caches = new CacheCalls(machine, containers);
        this.futures = new FutureCalls(interpreter);
        this.optionals = new OptionalCalls(interpreter);
        this.environment = new EnvironmentCalls(machine);
        this.hooks = new Hooks(interpreter);
        this.snapshots = new Snapshots(interpreter);
    }

    Optional<Term> construct(String type, List<Term> arguments, Location at) {
        if (READERS.contains(type) && !arguments.isEmpty()) {
            return Optional.of(arguments.get(0));
        }
        if (type.equals(Joiners.TYPE)) {
            return Optional.of(joiners.create(arguments, at));
        }
        if (type.equals("java.net.URI") && arguments.size() == 1) {
            return Optional.of(arguments.get(0));
        }
        if (type.equals("java.lang.String")) {
            return Optional.of(arguments.size() == 1 ? arguments.get(0) : strings.opaque());
        }
        return strings.construct(type, arguments, at)
                .or(() -> hooks.construct(type, arguments, at))
                .or(() -> containers.construct(type, arguments, at));
    }

    Optional<Term> staticCall(String type, Expr.Call expr, List<Term> arguments) {
        if (MEMOISERS.contains(type + "." + expr.name()) && !arguments.isEmpty()) {
            return Optional.of(memo(arguments.get(0), expr.at(), type.equals(THREAD_LOCAL)));
        }
        if (machine.isTesting() && CLOCKS.contains(type + "." + expr.name())) {
            machine.recorder().clock(machine.frame().member(), machine.epoch());
        }
        return switch (type) {
            case "java.lang.System" -> environment.call(expr.name(), arguments, expr.at());
            case "java.util.Optional", "com.google.common.base.Optional" ->
                optionals.create(expr.name(), arguments, expr.at());
            case "java.util.Objects" -> objects(expr, arguments);
            case FutureCalls.TYPE -> futures.create(expr.name(), arguments, expr.at());
            case "java.util.ResourceBundle" ->
                Optional.of(new LoadedProperties(machine).bundle(arguments.get(0), expr.at()));
            case "java.util.stream.Collectors" ->
                expr.name().equals("joining") ? Optional.of(joiners.create(arguments, expr.at())) : Optional.empty();
            case "java.net.URI" -> Optional.of(arguments.get(0));
            case "java.text.MessageFormat" -> Optional.of(strings.message(arguments));
            case "java.lang.String", "java.net.URLEncoder" -> strings.staticCall(expr.name(), arguments);
            default ->
                new EnumCalls(interpreter)
                        .staticCall(type, expr, arguments)
                        .or(() -> CacheCalls.loader(type, expr.name(), arguments))
                        .or(() -> numbers.staticCall(type, expr.name(), arguments))
                        .or(() -> containers.create(type, expr.name(), arguments, expr.at()));
        };
    }

    private Optional<Term> objects(Expr.Call expr, List<Term> arguments) {
        return switch (expr.name()) {
            case "requireNonNull" -> Optional.of(Nullness.nonNull(arguments.get(0)));
            case "requireNonNullElse" -> Optional.of(Nullness.orElse(arguments.get(0), arguments.get(1)));
            case "requireNonNullElseGet" ->
                interpreter
                        .functions()
                        .applyAny(arguments.get(1), List.of(), expr.at())
                        .map(other -> Nullness.orElse(arguments.get(0), other));
            default -> Optional.empty();
        };
    }

    Optional<Term> call(Term receiver, Expr.Call expr, List<Term> arguments) {
        Optional<Term> hook = hooks.call(receiver, expr, arguments).or(() -> snapshots.call(expr, arguments));
        if (hook.isPresent()) {
            return hook;
        }
        if (receiver instanceof Term.Reference reference
                && reference.object().shape() instanceof HeapObject.Shape.Instance) {
            return threadLocal(reference, expr, arguments).or(() -> enumCall(receiver, expr));
        }
        if (receiver instanceof Term.Constant constant && constant.value() instanceof Expressions.ClassName) {
            return Optional.of(strings.opaque());
        }
        if (receiver instanceof Term.Reference reference
                && reference.object().shape() instanceof HeapObject.Shape.Container) {
            return onContainer(reference.object(), expr, arguments);
        }
        if (receiver instanceof Term.Opaque) {
            return caches.build(receiver, expr, arguments);
        }
        if (strings.isText(receiver)) {
            return strings.call(receiver, expr.name(), arguments);
        }
        if (receiver instanceof Term.Constant constant) {
            return numbers.call(constant, expr.name(), arguments);
        }
        return enumCall(receiver, expr);
    }

    /** A {@code ThreadLocal} that overrides {@code initialValue}. */
    private Optional<Term> threadLocal(Term.Reference receiver, Expr.Call expr, List<Term> arguments) {
        HeapObject object = receiver.object();
        boolean isOne = object.declaration()
                .filter(declared -> declared.superclass().name().equals("java.lang.ThreadLocal")
                        && !declared.methods("initialValue").isEmpty())
                .isPresent();
        if (!isOne) {
            return Optional.empty();
        }
        switch (expr.name()) {
            case "get" -> {
                machine.write(object, FUNCTION, receiver);
                return Optional.of(confined(recall(object, expr)));
            }
            case "set" -> machine.write(object, Containers.VALUE, arguments.get(0));
            case "remove" -> machine.write(object, Containers.VALUE, Plain.UNSET);
            default -> {
                return Optional.empty();
            }
        }
        return Optional.of(Plain.NULL);
    }

    private Optional<Term> onContainer(HeapObject object, Expr.Call expr, List<Term> arguments) {
        return switch (object.type()) {
            case "memo" -> Optional.of(recall(object, expr));
            case THREAD_LOCAL_MEMO -> Optional.of(confined(recall(object, expr)));
            case THREAD_LOCAL -> containers.call(object, expr, arguments).map(this::confined);
            case "java.util.Optional" -> optionals.call(object, expr, arguments);
            case CacheCalls.CACHE -> caches.call(object, expr, arguments);
            case FutureCalls.TYPE -> futures.call(object, expr, arguments);
            case Joiners.TYPE -> joiners.call(object, expr.name(), arguments, expr.at());
            case "java.lang.StringBuilder" -> strings.builder(object, expr.name(), arguments);
            case EnvironmentCalls.MAP -> environment.onMap(expr.name(), arguments, expr.at());
            default -> containers.call(object, expr, arguments);
        };
    }

    /** What a {@code ThreadLocal} holds. */
    private Term confined(Term term) {
        machine.threads().confined(term);
        return term;
    }

    /** {@code name()} of an enum constant of the sources. */
    private Optional<Term> enumCall(Term receiver, Expr.Call expr) {
        boolean isEnum = receiver instanceof Term.Reference reference
                && reference.object().declaration().isPresent()
                && (expr.name().equals("name") || expr.name().equals("toString"))
                && expr.arguments().isEmpty();
        return isEnum ? Optional.of(strings.opaque()) : Optional.empty();
    }

    private Term memo(Term function, Location at, boolean isOfEachThread) {
        HeapObject memo = Containers.create(machine, isOfEachThread ? THREAD_LOCAL_MEMO : "memo", at);
        machine.write(memo, FUNCTION, function);
        return new Term.Reference(memo);
    }

    /** The first call computes the value, the later ones have it. */
    private Term recall(HeapObject memo, Expr.Call expr) {
        Term known = machine.read(memo, Containers.VALUE);
        if (!(known instanceof Term.Unset) && known.options().stream().noneMatch(Term.Unset.class::isInstance)) {
            return known;
        }
        Term made = interpreter
                .functions()
                .applyAny(machine.read(memo, FUNCTION), List.of(), expr.at())
                .orElse(Term.unknown("a supplier that is not known"));
        Term both = known instanceof Term.Unset
                ? made
                : Join.of(Join.map(known, option -> option instanceof Term.Unset ? made : option), made);
        machine.write(memo, Containers.VALUE, both);
        return both;
    }

    Term resource(Term path, Location at) {
        return new LoadedProperties(machine).stream(path, at);
    }

    Term element(Term iterable) {
        return Containers.at(machine, iterable, Optional.empty());
    }
}

package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Maps, properties, collections, streams and references of the JDK. */
final class ContainerCalls {
    private static final Set<String> MADE = Set.of(
            "java.util.HashMap",
            "java.util.LinkedHashMap",
            "java.util.TreeMap",
            "java.util.Hashtable",
            "java.util.Properties",
            "java.util.WeakHashMap",
            "java.util.EnumMap",
            "java.util.concurrent.ConcurrentHashMap",
            "java.util.concurrent.ConcurrentSkipListMap",
            "java.util.ArrayList",
            "java.util.LinkedList",
            "java.util.ArrayDeque",
            "java.util.Vector",
            "java.util.HashSet",
            "java.util.LinkedHashSet",
            "java.util.TreeSet",
            "java.util.concurrent.CopyOnWriteArrayList",
            "java.util.concurrent.ConcurrentLinkedQueue",
            "java.util.concurrent.atomic.AtomicReference",
            "java.util.concurrent.atomic.AtomicInteger",
            "java.lang.ThreadLocal",
            "java.lang.ref.WeakReference",
            "java.lang.ref.SoftReference");
    private static final Set<String> FACTORIES = Set.of(
            "java.util.Map",
            "java.util.List",
            "java.util.Set",
            "java.util.Arrays",
            "java.util.stream.Stream",
            "java.util.Collections");

    private final Interpreter interpreter;
    private final Machine machine;

    ContainerCalls(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
    }

    Optional<Term> construct(String type, List<Term> arguments, Location at) {
        if (!MADE.contains(type)) {
            return Optional.empty();
        }
        HeapObject made = Containers.create(machine, type, at);
        boolean reference = type.startsWith("java.util.concurrent.atomic") || type.startsWith("java.lang.");
        if (reference) {
            machine.write(made, Containers.VALUE, arguments.isEmpty() ? Plain.NULL : arguments.get(0));
        } else {
            arguments.forEach(argument -> copyFrom(made, argument));
        }
        return Optional.of(new Term.Reference(made));
    }

    private void copyFrom(HeapObject into, Term from) {
        for (Term option : from.options()) {
            if (option instanceof Term.Reference reference
                    && reference.object().shape() instanceof HeapObject.Shape.Container) {
                Containers.copy(machine, into, reference.object());
            } else if (!(option instanceof Term.Constant)) {
                Containers.open(machine, into);
            }
        }
    }

    Optional<Term> create(String type, String name, List<Term> arguments, Location at) {
        if (!FACTORIES.contains(type)) {
            return Optional.empty();
        }
        return switch (name) {
            case "of", "asList" ->
                Optional.of(
                        type.equals("java.util.Map") ? map(arguments, at) : Containers.array(machine, arguments, at));
            case "entry" -> Optional.of(Containers.array(machine, arguments, at));
            case "ofEntries" -> Optional.of(entries(arguments, at));
            case "copyOf", "stream", "unmodifiableMap", "unmodifiableList", "synchronizedMap" ->
                arguments.isEmpty() ? Optional.empty() : Optional.of(arguments.get(0));
            case "singletonMap" -> Optional.of(map(arguments, at));
            case "singletonList", "singleton" -> Optional.of(Containers.array(machine, arguments, at));
            case "emptyMap", "emptyList", "emptySet" ->
                Optional.of(new Term.Reference(Containers.create(machine, "java.util.HashMap", at)));
            default -> Optional.empty();
        };
    }

    private Term map(List<Term> arguments, Location at) {
        HeapObject map = Containers.create(machine, "java.util.HashMap", at);
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            Containers.put(machine, map, arguments.get(i), arguments.get(i + 1));
        }
        return new Term.Reference(map);
    }

    private Term entries(List<Term> arguments, Location at) {
        HeapObject map = Containers.create(machine, "java.util.HashMap", at);
        for (Term argument : arguments) {
            if (argument instanceof Term.Reference entry) {
                List<Term> pair = Containers.elements(machine, entry.object());
                if (pair.size() == 2) {
                    Containers.put(machine, map, pair.get(0), pair.get(1));
                    continue;
                }
            }
            Containers.open(machine, map);
        }
        return new Term.Reference(map);
    }

    Optional<Term> call(HeapObject object, Expr.Call expr, List<Term> arguments) {
        return reads(object, expr, arguments)
                .or(() -> writes(object, expr, arguments))
                .or(() -> new Walks(interpreter).call(object, expr, arguments));
    }

    private Optional<Term> reads(HeapObject object, Expr.Call expr, List<Term> arguments) {
        boolean isReference = !(machine.read(object, Containers.VALUE) instanceof Term.Unset);
        return switch (expr.name()) {
            case "get", "getPlain", "getAcquire" ->
                Optional.of(
                        arguments.isEmpty() || isReference
                                ? machine.read(object, Containers.VALUE)
                                : object.type().contains("Map")
                                                || object.type().contains("table")
                                                || object.type().contains("Properties")
                                        ? Containers.get(machine, object, arguments.get(0))
                                        : Containers.at(machine, object, Texts.exact(arguments.get(0))));
            case "getProperty", "getString", "getOrDefault" -> {
                Term value = Containers.get(machine, object, arguments.get(0));
                yield Optional.of(arguments.size() == 1 ? value : Nullness.orElse(value, arguments.get(1)));
            }
            case "getKey" -> Optional.of(Containers.at(machine, object, Optional.of("0")));
            case "getValue" -> Optional.of(Containers.at(machine, object, Optional.of("1")));
            case "computeIfAbsent" -> Optional.of(computeIfAbsent(object, arguments, expr.at()));
            case "containsKey", "contains", "isEmpty", "compareAndSet" -> {
                if (expr.name().equals("compareAndSet")) {
                    machine.add(object, Containers.VALUE, arguments.get(1));
                }
                yield Optional.of(new Term.Opaque(TypeName.of("boolean"), "what a collection holds"));
            }
            case "size", "hashCode" -> Optional.of(new Term.Opaque(TypeName.of("int"), "the size of a collection"));
            default -> Optional.empty();
        };
    }

    Term computeIfAbsent(HeapObject map, List<Term> arguments, Location at) {
        Term before = Containers.get(machine, map, arguments.get(0));
        if (before.options().stream().noneMatch(Nullness::mayBeNull)) {
            return before;
        }
        List<Term> made = new ArrayList<>();
        Runnable compute = () -> {
            Term value = interpreter
                    .functions()
                    .applyAny(arguments.get(1), List.of(arguments.get(0)), at)
                    .orElse(Term.unknown("a function that is not known"));
            Containers.put(machine, map, arguments.get(0), value);
            made.add(value);
        };
        boolean certainly = before.options().stream().allMatch(Nullness::isNull);
        if (certainly) {
            compute.run();
        } else {
            machine.either(compute, () -> {});
        }
        return Nullness.orElse(before, Join.of(made));
    }

    private Optional<Term> writes(HeapObject object, Expr.Call expr, List<Term> arguments) {
        switch (expr.name()) {
            case "put", "setProperty", "putIfAbsent", "replace" -> {
                Containers.put(
                        machine, object, arguments.get(0), arguments.get(1).because(expr.at(), expr.name()));
                return Optional.of(Plain.NULL);
            }
            case "set", "lazySet", "getAndSet" -> {
                if (arguments.size() == 2) {
                    Containers.add(machine, object, arguments.get(1));
                    return Optional.of(Plain.NULL);
                }
                Term before = machine.read(object, Containers.VALUE);
                machine.write(object, Containers.VALUE, arguments.get(0));
                return Optional.of(before);
            }
            case "updateAndGet", "getAndUpdate" -> {
                Term made = interpreter
                        .functions()
                        .applyAny(arguments.get(0), List.of(machine.read(object, Containers.VALUE)), expr.at())
                        .orElse(Term.unknown("a function that is not known"));
                machine.write(object, Containers.VALUE, made);
                return Optional.of(made);
            }
            case "add", "addLast", "addFirst", "push", "offer" -> {
                Containers.add(machine, object, arguments.get(arguments.size() - 1));
                return Optional.of(new Term.Constant(true, io.github.lambdadb.source.Evidence.none()));
            }
            case "putAll", "addAll" -> {
                arguments.forEach(argument -> copyFrom(object, argument));
                return Optional.of(Plain.NULL);
            }
            case "merge", "compute", "computeIfPresent" -> {
                Containers.open(machine, object);
                return Optional.empty();
            }
            case "load", "loadFromXML" -> {
                new LoadedProperties(machine).load(object, arguments.get(0));
                return Optional.of(Plain.NULL);
            }
            case "remove", "clear" -> {
                if (arguments.isEmpty() && !(machine.read(object, Containers.VALUE) instanceof Term.Unset)) {
                    machine.write(object, Containers.VALUE, Plain.NULL);
                }
                return Optional.of(Plain.NULL);
            }
            default -> {
                return Optional.empty();
            }
        }
    }
}

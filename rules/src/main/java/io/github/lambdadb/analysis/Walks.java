package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.source.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Iterators and streams: whatever the steps between, an element is one of those that were put in. */
final class Walks {
    private final Interpreter interpreter;
    private final Machine machine;

    Walks(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
    }

    Optional<Term> call(HeapObject object, Expr.Call expr, List<Term> arguments) {
        Location at = expr.at();
        switch (expr.name()) {
            case "stream",
                    "parallelStream",
                    "iterator",
                    "filter",
                    "collect",
                    "toList",
                    "sorted",
                    "distinct",
                    "limit",
                    "values",
                    "entrySet",
                    "keySet",
                    "peek",
                    "parallel",
                    "boxed",
                    "toArray",
                    "clone" -> {
                arguments.forEach(argument ->
                        interpreter.functions().applyAny(argument, List.of(Containers.element(machine, object)), at));
                return Optional.of(new Term.Reference(object));
            }
            case "next", "poll", "pop", "peekFirst", "getFirst", "getLast", "element", "take" -> {
                return Optional.of(Containers.element(machine, object));
            }
            case "findFirst", "findAny" -> {
                HeapObject optional = Containers.create(machine, "java.util.Optional", at);
                machine.write(optional, Containers.VALUE, Join.of(Containers.element(machine, object), Plain.NULL));
                return Optional.of(new Term.Reference(optional));
            }
            case "map", "mapToObj", "flatMap" -> {
                Term made = interpreter
                        .functions()
                        .applyAny(arguments.get(0), List.of(Containers.element(machine, object)), at)
                        .orElse(Term.unknown("a function that is not known"));
                HeapObject mapped = Containers.create(machine, "java.util.ArrayList", at);
                Containers.add(machine, mapped, made);
                return Optional.of(new Term.Reference(mapped));
            }
            case "forEach" -> {
                forEach(object, arguments, at);
                return Optional.of(Plain.NULL);
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    private void forEach(HeapObject object, List<Term> arguments, Location at) {
        Map<String, Term> entries = Containers.entries(machine, object);
        if (entries.isEmpty()) {
            machine.either(
                    () -> interpreter
                            .functions()
                            .applyAny(arguments.get(0), List.of(Containers.element(machine, object)), at),
                    () -> {});
            return;
        }
        entries.forEach((key, value) -> interpreter
                .functions()
                .applyAny(arguments.get(0), List.of(Term.constant(key, at, "a key"), value), at));
    }
}

package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
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
        Optional<Term> exact = known(object, expr, arguments);
        if (exact.isPresent()) {
            return exact;
        }
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
                arguments.forEach(argument -> each(argument, object, at));
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
                Term made = each(arguments.get(0), object, at).orElse(Term.unknown("a function that is not known"));
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

    /** Where all elements are known, what a step makes of each of them is known as well. */
    private Optional<Term> known(HeapObject object, Expr.Call expr, List<Term> arguments) {
        Location at = expr.at();
        switch (expr.name()) {
            case "entrySet", "keySet", "values" -> {
                return Optional.of(new Term.Reference(Containers.view(machine, object, expr.name(), at)));
            }
            case "map", "mapToObj", "filter", "limit", "skip", "collect", "forEach" -> {
                boolean isFunction = arguments.size() == 1
                        && arguments.get(0).options().stream().anyMatch(interpreter.functions()::isFunction);
                return Containers.known(machine, object).flatMap(elements -> switch (expr.name()) {
                    case "limit", "skip" -> Optional.of(some(elements, at));
                    case "collect" -> joined(elements, arguments.get(0), at);
                    default -> isFunction ? applied(expr.name(), elements, arguments.get(0), at) : Optional.empty();
                });
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    /** Any of the elements, and it is not known how many. */
    private Term some(List<Term> elements, Location at) {
        HeapObject list = Containers.create(machine, "java.util.ArrayList", at);
        elements.forEach(element -> Containers.add(machine, list, element));
        return new Term.Reference(list);
    }

    private Optional<Term> joined(List<Term> elements, Term collector, Location at) {
        if (!(collector instanceof Term.Reference joiner
                && joiner.object().type().equals(Joiners.TYPE))) {
            return Optional.empty();
        }
        Joiners joiners = new Joiners(machine, new StringCalls(machine));
        machine.write(joiner.object(), Containers.VALUE, Plain.UNSET);
        elements.forEach(element -> joiners.call(joiner.object(), "add", List.of(element), at));
        return joiners.call(joiner.object(), "toString", List.of(), at);
    }

    private Optional<Term> applied(String step, List<Term> elements, Term function, Location at) {
        List<Term> answers = new ArrayList<>();
        for (int i = 0; i < elements.size() && machine.store().isReachable(); i++) {
            Term element = elements.get(i);
            machine.iterate(
                    at,
                    i,
                    () -> interpreter
                            .functions()
                            .applyAny(function, List.of(element), at)
                            .ifPresent(answers::add));
        }
        if (step.equals("forEach")) {
            return Optional.of(Plain.NULL);
        }
        if (!step.equals("filter") || answers.size() < elements.size()) {
            return Optional.of(new Term.Reference(Containers.list(machine, answers, at)));
        }
        boolean certain = answers.stream()
                .allMatch(answer -> answer instanceof Term.Constant constant && constant.value() instanceof Boolean);
        List<Term> passing = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            if (!(answers.get(i) instanceof Term.Constant constant
                    && constant.value().equals(false))) {
                passing.add(elements.get(i));
            }
        }
        return Optional.of(certain ? new Term.Reference(Containers.list(machine, passing, at)) : some(passing, at));
    }

    private void forEach(HeapObject object, List<Term> arguments, Location at) {
        Map<String, Term> entries = Containers.entries(machine, object);
        if (entries.isEmpty()) {
            List<Term> rounds = Iterations.rounds(Containers.element(machine, object));
            for (int pass = 0; pass < 2; pass++) {
                int nth = pass;
                machine.trusting(
                        () -> machine.iterate(
                                at,
                                nth,
                                () -> rounds.forEach(element ->
                                        interpreter.functions().applyAny(arguments.get(0), List.of(element), at))),
                        at);
            }
            return;
        }
        entries.forEach((key, value) -> interpreter
                .functions()
                .applyAny(arguments.get(0), List.of(Term.constant(key, at, "a key"), value), at));
    }

    /** Calls the function for an element and for one more; empty if it is none. */
    private Optional<Term> each(Term function, HeapObject object, Location at) {
        Term element = Containers.element(machine, object);
        Optional<Term> result = Optional.empty();
        for (int pass = 0; pass < 2; pass++) {
            List<Optional<Term>> made = new ArrayList<>();
            machine.iterate(at, pass, () -> made.add(interpreter.functions().applyAny(function, List.of(element), at)));
            result = made.get(0);
        }
        return result;
    }
}

package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code java.util.Optional}: what is in it, or null. */
final class OptionalCalls {
    static final String TYPE = "java.util.Optional";

    private final Interpreter interpreter;
    private final Machine machine;

    OptionalCalls(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
    }

    Optional<Term> create(String name, List<Term> arguments, Location at) {
        return switch (name) {
            case "of", "ofNullable", "fromNullable" -> Optional.of(holding(arguments.get(0), at));
            case "empty", "absent" -> Optional.of(holding(Plain.NULL, at));
            default -> Optional.empty();
        };
    }

    Term holding(Term value, Location at) {
        HeapObject optional = Containers.create(machine, "java.util.Optional", at);
        machine.write(optional, Containers.VALUE, value);
        return new Term.Reference(optional);
    }

    Optional<Term> call(HeapObject optional, Expr.Call expr, List<Term> arguments) {
        Term value = machine.read(optional, Containers.VALUE);
        Location at = expr.at();
        return switch (expr.name()) {
            case "get", "orElseThrow" -> Optional.of(Nullness.nonNull(value));
            case "orElse" -> Optional.of(Nullness.orElse(value, arguments.get(0)));
            case "orElseGet" -> Optional.of(orElseGet(value, arguments.get(0), at));
            case "or" -> Optional.of(or(optional, value, arguments.get(0), at));
            case "filter" -> Optional.of(holding(Join.of(filtered(value, arguments.get(0), at), Plain.NULL), at));
            case "stream" -> Optional.of(holding(Join.of(value, Plain.NULL), at));
            case "map" -> Optional.of(holding(mapped(value, arguments.get(0), at), at));
            case "flatMap" -> Optional.of(flatMapped(value, arguments.get(0), at));
            case "ifPresent" -> {
                mapped(value, arguments.get(0), at);
                yield Optional.of(Plain.NULL);
            }
            case "isPresent", "isEmpty" ->
                Optional.of(new Term.Opaque(TypeName.of("boolean"), "whether something is there"));
            default -> Optional.empty();
        };
    }

    private Term or(HeapObject optional, Term value, Term function, Location at) {
        if (value.options().stream().noneMatch(Nullness::mayBeNull)) {
            return new Term.Reference(optional);
        }
        List<Term> other = new ArrayList<>();
        machine.either(
                () -> interpreter.functions().applyAny(function, List.of(), at).ifPresent(other::add), () -> {});
        other.add(holding(Nullness.nonNull(value), at));
        return Join.of(other);
    }

    /** What passes the predicate: an object whose validity the predicate asked lives. */
    private Term filtered(Term value, Term predicate, Location at) {
        if (value.options().stream().allMatch(Nullness::isNull)) {
            return Plain.NULL;
        }
        Term present = Nullness.nonNull(value);
        Term answer = interpreter
                .functions()
                .applyAny(predicate, List.of(present), at)
                .orElse(Term.unknown("a predicate that is not known"));
        List<Term> passing = answer.options().stream()
                .filter(option -> !(option instanceof Term.Constant constant && Boolean.FALSE.equals(constant.value())))
                .toList();
        boolean valid = !passing.isEmpty()
                && passing.stream()
                        .allMatch(option ->
                                option instanceof Term.Test test && test.kind() == TestKind.VALID && test.positive());
        return Join.map(
                present,
                option -> valid && option instanceof Term.Reference reference
                        ? reference.validated(machine.epoch())
                        : option);
    }

    private Term orElseGet(Term value, Term function, Location at) {
        if (value.options().stream().noneMatch(Nullness::mayBeNull)) {
            return value;
        }
        List<Term> other = new ArrayList<>();
        machine.either(
                () -> other.add(interpreter
                        .functions()
                        .applyAny(function, List.of(), at)
                        .orElse(Term.unknown("a supplier that is not known"))),
                () -> {});
        return Nullness.orElse(value, Join.of(other));
    }

    private Term mapped(Term value, Term function, Location at) {
        boolean some = value.options().stream().anyMatch(option -> !Nullness.isNull(option));
        boolean none = value.options().stream().anyMatch(Nullness::mayBeNull);
        List<Term> results = new ArrayList<>();
        if (some) {
            results.add(interpreter
                    .functions()
                    .applyAny(function, List.of(Nullness.nonNull(value)), at)
                    .orElse(Term.unknown("a function that is not known")));
        }
        if (none) {
            results.add(Plain.NULL);
        }
        return Join.of(results);
    }

    private Term flatMapped(Term value, Term function, Location at) {
        Term result = mapped(value, function, at);
        return Join.map(result, option -> option instanceof Term.Null ? holding(Plain.NULL, at) : option);
    }
}

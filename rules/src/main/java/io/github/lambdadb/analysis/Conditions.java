package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.Expr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Decides which branches are possible, and what each of them knows more. */
final class Conditions {
    private final Interpreter interpreter;
    private final Machine machine;

    Conditions(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
    }

    /** Runs each branch that is possible from the state the condition leaves. */
    void branch(Expr condition, Runnable whenTrue, Runnable whenFalse) {
        Store base = machine.store();
        Outcome outcome = test(condition);
        List<Map<Key, Term>> ends = new ArrayList<>();
        follow(base, outcome.whenTrue(), whenTrue, ends);
        follow(base, outcome.whenFalse(), whenFalse, ends);
        machine.store(base);
        base.become(ends);
    }

    private void follow(Store base, List<Map<Key, Term>> states, Runnable branch, List<Map<Key, Term>> ends) {
        if (states.isEmpty()) {
            return;
        }
        Store store = base.child();
        store.become(states);
        machine.store(store);
        branch.run();
        if (machine.store().isReachable()) {
            ends.add(machine.store().since(base));
        }
    }

    /** What was written on the ways to true and to false; no way: the branch is impossible. */
    private record Outcome(List<Map<Key, Term>> whenTrue, List<Map<Key, Term>> whenFalse) {
        Outcome negated() {
            return new Outcome(/* whenTrue= */ whenFalse, /* whenFalse= */ whenTrue);
        }
    }

    private Outcome test(Expr condition) {
        if (condition instanceof Expr.Unary unary && unary.operator().equals("!")) {
            Outcome inner = test(unary.operand());
            return inner.negated();
        }
        if (condition instanceof Expr.Binary binary) {
            return switch (binary.operator()) {
                case "&&" -> both(binary);
                case "||" -> either(binary);
                case "==", "!=" -> equality(binary);
                default -> plain(condition);
            };
        }
        return plain(condition);
    }

    private Outcome both(Expr.Binary binary) {
        Store base = machine.store();
        Outcome left = test(binary.left());
        Outcome right = testFrom(base, left.whenTrue(), binary.right());
        List<Map<Key, Term>> no = new ArrayList<>(left.whenFalse());
        no.addAll(right.whenFalse());
        return new Outcome(right.whenTrue(), no);
    }

    private Outcome either(Expr.Binary binary) {
        Store base = machine.store();
        Outcome left = test(binary.left());
        Outcome right = testFrom(base, left.whenFalse(), binary.right());
        List<Map<Key, Term>> yes = new ArrayList<>(left.whenTrue());
        yes.addAll(right.whenTrue());
        return new Outcome(yes, right.whenFalse());
    }

    private Outcome testFrom(Store base, List<Map<Key, Term>> states, Expr condition) {
        if (states.isEmpty()) {
            return new Outcome(List.of(), List.of());
        }
        Store store = base.child();
        store.become(states);
        machine.store(store);
        Outcome outcome = test(condition);
        Map<Key, Term> before = machine.store().since(base);
        machine.store(base);
        return new Outcome(prepend(before, outcome.whenTrue()), prepend(before, outcome.whenFalse()));
    }

    private static List<Map<Key, Term>> prepend(Map<Key, Term> before, List<Map<Key, Term>> states) {
        return states.stream()
                .map(state -> {
                    Map<Key, Term> all = new LinkedHashMap<>(before);
                    all.putAll(state);
                    return all;
                })
                .toList();
    }

    private Outcome equality(Expr.Binary binary) {
        boolean positive = binary.operator().equals("==");
        boolean isName = binary.right() instanceof Expr.Name || binary.right() instanceof Expr.FieldAccess;
        if (isName
                && interpreter.evaluate(binary.right()) instanceof Term.Reference constant
                && Proofs.isEnum(constant.object())) {
            Outcome same = against(constant, interpreter.evaluate(binary.left()));
            return positive ? same : same.negated();
        }
        Expr tested = binary.right() instanceof Expr.Null ? binary.left() : binary.right();
        Outcome outcome = binary.left() instanceof Expr.Null || binary.right() instanceof Expr.Null
                ? againstNull(tested)
                : plain(new Expr.Binary("==", binary.left(), binary.right(), binary.at()));
        return positive ? outcome : outcome.negated();
    }

    /** Whether a value is the one object, and what that proves. */
    private Outcome against(Term.Reference constant, Term value) {
        List<Term> others = value.options().stream()
                .filter(option -> !option.equals(constant))
                .toList();
        boolean unknown = !others.stream().allMatch(Term.Reference.class::isInstance);
        boolean same = unknown || others.size() < value.options().size();
        return new Outcome(
                same ? List.of(machine.proofs().given(List.of(constant))) : List.of(),
                others.isEmpty() ? List.of() : List.of(machine.proofs().given(others)));
    }

    private Outcome againstNull(Expr tested) {
        Term term = interpreter.evaluate(tested);
        interpreter.library().nullChecked(term, tested.at());
        List<Term> nulls = new ArrayList<>();
        List<Term> others = new ArrayList<>();
        for (Term option : term.options()) {
            if (Nullness.mayBeNull(option)) {
                nulls.add(Plain.NULL);
            }
            if (!Nullness.isNull(option)) {
                others.add(option);
            }
        }
        Optional<Key> place = interpreter.places().keyOf(place(tested));
        return new Outcome(withoutObjects(narrowed(place, nulls), others), narrowed(place, others));
    }

    /** Where a place is null, what it would hold was not opened. */
    private List<Map<Key, Term>> withoutObjects(List<Map<Key, Term>> states, List<Term> objects) {
        Map<Key, Term> absent = machine.openings().absent(objects);
        return absent.isEmpty() ? states : prepend(absent, states);
    }

    private static Expr place(Expr tested) {
        return tested instanceof Expr.Assign assign ? assign.target() : tested;
    }

    private static List<Map<Key, Term>> narrowed(Optional<Key> place, List<Term> options) {
        if (options.isEmpty()) {
            return List.of();
        }
        return List.of(place.map(key -> Map.of(key, Join.of(options))).orElse(Map.of()));
    }

    /** Where a place holds optionals, it is known afterwards whether something is in them. */
    private Optional<Outcome> presence(Expr.Call call, boolean whenEmpty) {
        Optional<Key> place = interpreter.places().keyOf(call.target());
        if (place.isEmpty()) {
            return Optional.empty();
        }
        List<Term> options = interpreter.evaluate(call.target()).options();
        boolean known = options.stream()
                .allMatch(option -> option instanceof Term.Reference reference
                        && reference.object().type().equals(OptionalCalls.TYPE));
        if (!known) {
            return Optional.empty();
        }
        List<Map<Key, Term>> empty = contents(place.get(), options, Nullness::mayBeNull);
        List<Map<Key, Term>> full = contents(place.get(), options, option -> !Nullness.isNull(option));
        return Optional.of(whenEmpty ? new Outcome(empty, full) : new Outcome(full, empty));
    }

    /** The optionals that may hold such a value, holding only such. */
    private List<Map<Key, Term>> contents(Key place, List<Term> optionals, Predicate<Term> which) {
        List<Term> left = new ArrayList<>();
        Map<Key, Term> state = new LinkedHashMap<>();
        for (Term optional : optionals) {
            HeapObject object = ((Term.Reference) optional).object();
            List<Term> values = machine.read(object, Containers.VALUE).options().stream()
                    .filter(which)
                    .toList();
            if (!values.isEmpty()) {
                left.add(optional);
                state.put(Key.field(object, Containers.VALUE), Join.of(values));
            }
        }
        if (left.isEmpty()) {
            return List.of();
        }
        state.put(place, Join.of(left));
        return List.of(state);
    }

    private Outcome plain(Expr condition) {
        if (condition instanceof Expr.Call call
                && (call.name().equals("isEmpty") || call.name().equals("isPresent"))) {
            Optional<Outcome> presence = presence(call, call.name().equals("isEmpty"));
            if (presence.isPresent()) {
                return presence.get();
            }
        }
        machine.testing(1);
        Term term = interpreter.evaluate(condition);
        machine.testing(-1);
        if (condition instanceof Expr.InstanceOf pattern) {
            return instance(pattern, term);
        }
        return new Outcome(when(term, true), when(term, false));
    }

    private Outcome instance(Expr.InstanceOf pattern, Term term) {
        if (pattern.binding().isEmpty() || when(term, true).isEmpty()) {
            return new Outcome(when(term, true), when(term, false));
        }
        Term value = interpreter.places().typed(interpreter.evaluate(pattern.operand()), pattern.type());
        Map<Key, Term> bound = Map.of(Key.local(machine.frame(), pattern.binding()), value);
        return new Outcome(List.of(bound), when(term, false));
    }

    /** The state in which the term has this truth: impossible if no alternative has; more is known if all that have are tests. */
    private List<Map<Key, Term>> when(Term term, boolean truth) {
        List<Term> possible = term.options().stream()
                .filter(option -> !(option instanceof Term.Constant constant
                        && constant.value() instanceof Boolean value
                        && value != truth))
                .toList();
        if (possible.isEmpty()) {
            return List.of();
        }
        boolean allValid = possible.stream()
                .allMatch(option ->
                        option instanceof Term.Test test && test.kind() == TestKind.VALID && test.positive() == truth);
        if (allValid) {
            return List.of(validated(possible));
        }
        boolean noTransaction = possible.stream()
                .allMatch(option -> option instanceof Term.Test test
                        && test.kind() == TestKind.IN_TRANSACTION
                        && test.positive() != truth);
        if (noTransaction) {
            Reach reach = interpreter.library().connections().reach();
            return List.of(machine.openings()
                    .without(
                            Openings.Held.TRANSACTION,
                            possible.stream()
                                    .flatMap(test -> reach.roots(((Term.Test) test).object()).stream())
                                    .toList()));
        }
        boolean allClosed = possible.stream()
                .allMatch(option ->
                        option instanceof Term.Test test && test.kind() == TestKind.CLOSED && test.positive() == truth);
        return List.of(
                allClosed
                        ? machine.openings()
                                .absent(possible.stream()
                                        .<Term>map(test -> new Term.Reference(((Term.Test) test).object()))
                                        .toList())
                        : Map.of());
    }

    /** Every place that holds a tested object knows now that it lives; what else it may hold stays as it is. */
    private Map<Key, Term> validated(List<Term> tests) {
        Set<HeapObject> live =
                tests.stream().map(test -> ((Term.Test) test).object()).collect(Collectors.toSet());
        return machine.store().marked(live, reference -> reference.validated(machine.epoch()));
    }
}

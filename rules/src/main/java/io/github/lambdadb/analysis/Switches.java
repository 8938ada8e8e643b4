package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs switch statements and expressions. */
final class Switches {
    private final Interpreter interpreter;
    private final Machine machine;

    Switches(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
    }

    /** The values it yields, as one term. */
    Term run(Expr selector, List<Stmt.Case> cases) {
        Term chosen = interpreter.evaluate(selector);
        Store base = machine.store();
        Machine.Jumps exits = Machine.Jumps.of(machine, false);
        machine.jumps().push(exits);
        List<Integer> starts = starts(chosen, cases);
        boolean someNone = starts.contains(cases.size());
        Map<Key, Term> through = Map.of();
        boolean fallsThrough = false;
        for (int i = 0; i < cases.size(); i++) {
            List<Map<Key, Term>> entries = new ArrayList<>();
            machine.store(base);
            if (starts.contains(i)) {
                entries.add(machine.proofs().given(chosenBy(cases, i, chosen)));
            }
            if (fallsThrough) {
                entries.add(through);
            }
            fallsThrough = false;
            if (entries.isEmpty()) {
                continue;
            }
            Store store = base.child();
            store.become(entries);
            machine.store(store);
            bind(cases.get(i), chosen);
            interpreter.run(cases.get(i).body());
            if (machine.store().isReachable()) {
                through = machine.store().since(base);
                fallsThrough = !cases.get(i).isArrow();
                if (!fallsThrough) {
                    exits.breaks().add(through);
                }
            }
        }
        machine.jumps().pop();
        List<Map<Key, Term>> ends = new ArrayList<>(exits.breaks());
        if (fallsThrough) {
            ends.add(through);
        }
        if (someNone) {
            ends.add(Map.of());
        }
        machine.store(base);
        base.become(ends);
        return Join.of(exits.yields());
    }

    /** The cases at which control may enter; the number of cases stands for none. */
    private List<Integer> starts(Term selector, List<Stmt.Case> cases) {
        List<Integer> possible = new ArrayList<>();
        int otherwise = cases.size();
        boolean certain = false;
        for (int i = 0; i < cases.size() && !certain; i++) {
            if (cases.get(i).isDefault()) {
                otherwise = i;
            }
            for (Expr label : cases.get(i).labels()) {
                Matching match = matches(selector, label);
                if (match != Matching.NO && !possible.contains(i)) {
                    possible.add(i);
                }
                certain |= match == Matching.YES;
            }
        }
        if (!certain) {
            possible.add(otherwise);
        }
        return possible;
    }

    /** What the selector may be where control enters at a case. */
    private List<Term> chosenBy(List<Stmt.Case> cases, int index, Term selector) {
        if (!machine.proofs().isByConstants()) {
            return List.of();
        }
        boolean otherwise = cases.get(index).isDefault();
        return selector.options().stream()
                .filter(option ->
                        cases.get(index).labels().stream().anyMatch(label -> matches(option, label) != Matching.NO)
                                || (otherwise
                                        && cases.stream()
                                                .flatMap(each -> each.labels().stream())
                                                .noneMatch(label -> matches(option, label) == Matching.YES)))
                .toList();
    }

    private enum Matching {
        YES,
        NO,
        MAYBE
    }

    private Matching matches(Term selector, Expr label) {
        if (label instanceof Expr.Name name && selector instanceof Term.Reference reference) {
            Term constant = interpreter
                    .places()
                    .staticField(reference.object().type(), name.name())
                    .orElse(Plain.UNSET);
            return constant.equals(selector) ? Matching.YES : Matching.NO;
        }
        if (selector instanceof Term.Choice choice
                && choice.options().stream().allMatch(Term.Reference.class::isInstance)) {
            boolean some = choice.options().stream().anyMatch(option -> matches(option, label) != Matching.NO);
            return some ? Matching.MAYBE : Matching.NO;
        }
        if (label instanceof Expr.InstanceOf || label instanceof Expr.Name) {
            return Matching.MAYBE;
        }
        Term value = interpreter.evaluate(label);
        if (value instanceof Term.Constant && selector instanceof Term.Constant) {
            return value.says(selector) ? Matching.YES : Matching.NO;
        }
        return Matching.MAYBE;
    }

    private void bind(Stmt.Case clause, Term selector) {
        for (Expr label : clause.labels()) {
            if (label instanceof Expr.InstanceOf pattern && !pattern.binding().isEmpty()) {
                machine.store()
                        .put(
                                Key.local(machine.frame(), pattern.binding()),
                                interpreter.places().typed(selector, pattern.type()));
            }
        }
    }
}

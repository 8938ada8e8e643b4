package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.TypeDecl;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What an answer says of a session: where a method says yes, or ALIVE, only on ways on which the session has shown that it
 * lives, who gets that answer knows it too.
 */
final class Proofs {
    private final Machine machine;
    private final Map<HeapObject, Set<HeapObject>> constants = new LinkedHashMap<>();
    private final Set<HeapObject> refuted = new HashSet<>();

    Proofs(Machine machine) {
        this.machine = machine;
    }

    /** The one value of several ways, which began at an event; what the answer proves is in the term. */
    Term answer(List<Frame.Outcome> outcomes, int from) {
        Term plain = Join.of(outcomes.stream().map(Frame.Outcome::value).toList());
        List<Term> proved = new ArrayList<>();
        for (HeapObject session : outcomes.size() < 2 ? Set.<HeapObject>of() : live(outcomes)) {
            List<Frame.Outcome> yes = outcomes.stream()
                    .filter(outcome -> isLive(session, outcome.written()))
                    .toList();
            List<Frame.Outcome> no =
                    outcomes.stream().filter(outcome -> !yes.contains(outcome)).toList();
            if (!no.isEmpty()) {
                proved.addAll(truth(session, yes, no, from));
                constants(session, options(yes), options(no));
            }
        }
        return proved.isEmpty() ? plain : Join.of(proved);
    }

    private static List<Term> options(List<Frame.Outcome> outcomes) {
        return outcomes.stream()
                .flatMap(outcome -> outcome.value().options().stream())
                .toList();
    }

    /** The test that the answer is, and what else it may be; nothing if it is none. */
    private List<Term> truth(HeapObject session, List<Frame.Outcome> yes, List<Frame.Outcome> no, int from) {
        for (boolean truth : List.of(true, false)) {
            boolean tells = options(no).stream()
                            .allMatch(option -> isConstant(option, !truth) || isTestOf(session, option, truth))
                    && options(yes).stream().noneMatch(option -> isConstant(option, !truth));
            if (tells && options(no).stream().anyMatch(option -> isConstant(option, !truth))) {
                boolean asked = yes.stream()
                        .allMatch(way -> marks(session, way.written()).stream()
                                .allMatch(mark -> mark.validatedIn() == machine.epoch()));
                if (!asked) {
                    machine.recorder().probed(session, from, machine.recorder().size());
                }
                List<Term> values = new ArrayList<>(options(no));
                values.add(new Term.Test(TestKind.VALID, session, truth));
                return values;
            }
        }
        return List.of();
    }

    private static boolean isConstant(Term option, boolean truth) {
        return option instanceof Term.Constant constant && constant.value().equals(truth);
    }

    private static boolean isTestOf(HeapObject session, Term option, boolean truth) {
        return option instanceof Term.Test test
                && test.kind() == TestKind.VALID
                && test.object().equals(session)
                && test.positive() == truth;
    }

    /** Constants of enums that are given on the ways of a live session only. */
    private void constants(HeapObject session, List<Term> yes, List<Term> no) {
        Set<HeapObject> proving = enumConstants(yes);
        Set<HeapObject> others = enumConstants(no);
        refuted.addAll(others);
        if (proving.size() == new HashSet<>(yes).size() && !others.isEmpty()) {
            proving.removeAll(others);
            proving.forEach(constant -> constants
                    .computeIfAbsent(constant, c -> new LinkedHashSet<>())
                    .add(session));
        }
    }

    private static Set<HeapObject> enumConstants(Collection<Term> options) {
        Set<HeapObject> found = new LinkedHashSet<>();
        for (Term option : options) {
            if (option instanceof Term.Reference reference && isEnum(reference.object())) {
                found.add(reference.object());
            }
        }
        return found;
    }

    static boolean isEnum(HeapObject object) {
        return object.declaration()
                .filter(declared -> declared.kind() == TypeDecl.Kind.ENUM)
                .isPresent();
    }

    /** Whether any constant of an enum proves something. */
    boolean isByConstants() {
        return !constants.isEmpty();
    }

    /** What is known where a value is one of these: what each of them proves. */
    Map<Key, Term> given(List<Term> options) {
        Set<HeapObject> live = new LinkedHashSet<>();
        boolean first = true;
        for (Term option : options) {
            Set<HeapObject> proved = option instanceof Term.Reference reference && !refuted.contains(reference.object())
                    ? constants.getOrDefault(reference.object(), Set.of())
                    : Set.of();
            if (first) {
                live.addAll(proved);
            } else {
                live.retainAll(proved);
            }
            first = false;
        }
        return live.isEmpty()
                ? Map.of()
                : machine.store().marked(live, reference -> reference.validated(machine.epoch()));
    }

    /** Kept sessions that some of the ways know to live. */
    private Set<HeapObject> live(List<Frame.Outcome> outcomes) {
        Set<HeapObject> live = new LinkedHashSet<>();
        for (Frame.Outcome outcome : outcomes) {
            outcome.written().values().stream()
                    .flatMap(term -> term.options().stream())
                    .filter(this::isLive)
                    .map(option -> ((Term.Reference) option).object())
                    .filter(object -> object.epoch() < machine.epoch())
                    .filter(object -> isLive(object, outcome.written()))
                    .forEach(live::add);
        }
        return live;
    }

    private boolean isLive(Term option) {
        return option instanceof Term.Reference reference
                && (reference.validatedIn() == machine.epoch() || reference.usedIn() == machine.epoch());
    }

    private boolean isLive(HeapObject session, Map<Key, Term> written) {
        List<Term.Reference> marks = marks(session, written);
        Predicate<Term.Reference> live = this::isLive;
        return !marks.isEmpty() && marks.stream().allMatch(live);
    }

    private static List<Term.Reference> marks(HeapObject session, Map<Key, Term> written) {
        return written.values().stream()
                .flatMap(term -> term.options().stream())
                .filter(option -> option instanceof Term.Reference reference
                        && reference.object().equals(session))
                .map(option -> (Term.Reference) option)
                .toList();
    }
}

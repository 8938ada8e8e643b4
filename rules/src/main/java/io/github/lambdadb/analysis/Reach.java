package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.ConnectionSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** From an object to the sessions and sources that it works on. */
final class Reach {
    private final Machine machine;
    private final Sources sources;

    Reach(Machine machine, Sources sources) {
        this.machine = machine;
        this.sources = sources;
    }

    /** The sources, connections and handles among the terms, also those that objects of the sources were built on. */
    List<Term> tracked(List<Term> terms) {
        List<Term> tracked = new ArrayList<>();
        for (Term term : terms) {
            for (Term option : term.options()) {
                if (option instanceof Term.Reference reference && isTracked(reference.object())) {
                    tracked.add(option);
                }
            }
        }
        return tracked;
    }

    boolean isTracked(HeapObject object) {
        return object.shape() instanceof HeapObject.Shape.Handle
                || sources.modelOf(object).isPresent()
                || !(machine.read(object, Connections.OF) instanceof Term.Unset);
    }

    /** Whether the object is one session: a bare connection, or one that was borrowed. */
    boolean isSession(HeapObject object) {
        return isBorrowed(object)
                || sources.modelOf(object)
                        .filter(model -> model.kind() == ConnectionSource.Kind.CONNECTION)
                        .isPresent();
    }

    boolean isBorrowed(HeapObject object) {
        return !(machine.read(object, Connections.SESSION) instanceof Term.Unset);
    }

    /** The sessions and sources behind a handle, the nearest first; the object itself if it is one. */
    Set<HeapObject> roots(HeapObject object) {
        return guardedRoots(new Term.Reference(object)).keySet();
    }

    /** The first sessions or sources on each way from a handle; none for an object that is one itself. */
    Set<HeapObject> nearestRoots(HeapObject object) {
        Set<HeapObject> nearest = new LinkedHashSet<>();
        if (!isRoot(object)) {
            behind(object).forEach(next -> nearest(next.object(), nearest, new LinkedHashSet<>(List.of(object))));
        }
        return nearest;
    }

    private void nearest(HeapObject object, Set<HeapObject> nearest, Set<HeapObject> seen) {
        if (isRoot(object)) {
            nearest.add(object);
        } else if (seen.add(object)) {
            behind(object).forEach(next -> nearest(next.object(), nearest, seen));
        }
    }

    private boolean isRoot(HeapObject object) {
        return isBorrowed(object) || sources.modelOf(object).isPresent();
    }

    private List<Term.Reference> behind(HeapObject object) {
        List<Term.Reference> behind = new ArrayList<>();
        for (Term next :
                List.of(machine.read(object, Connections.OF), sources.bag().delegate(object))) {
            next.options().stream()
                    .filter(Term.Reference.class::isInstance)
                    .forEach(option -> behind.add((Term.Reference) option));
        }
        return behind;
    }

    /** The same, and whether each was validated in this epoch on the way by which it is reached. */
    Map<HeapObject, Boolean> guardedRoots(Term.Reference receiver) {
        Map<HeapObject, Boolean> roots = new LinkedHashMap<>();
        walk(
                receiver,
                reference -> roots.merge(
                        reference.object(),
                        reference.validatedIn() == machine.epoch() || reference.isClosed(),
                        Boolean::logicalAnd),
                new LinkedHashSet<>());
        return roots;
    }

    /** The roots that the path has used with success in this epoch. */
    Set<HeapObject> usedRoots(Term.Reference receiver) {
        Set<HeapObject> used = new LinkedHashSet<>();
        walk(
                receiver,
                reference -> {
                    if (reference.usedIn() == machine.epoch()) {
                        used.add(reference.object());
                    }
                },
                new LinkedHashSet<>());
        return used;
    }

    private void walk(Term.Reference reference, Consumer<Term.Reference> root, Set<Term> seen) {
        if (!seen.add(reference) || seen.size() > 200) {
            return;
        }
        HeapObject object = reference.object();
        if (isRoot(object)) {
            root.accept(reference);
        }
        behind(object).forEach(next -> walk(next, root, seen));
    }
}

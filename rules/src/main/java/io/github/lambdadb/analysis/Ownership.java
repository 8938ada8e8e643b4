package io.github.lambdadb.analysis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who owns what: the objects that static fields and the roots reach. */
final class Ownership {
    private Ownership() {}

    static Set<HeapObject> kept(Machine machine, Store store, List<Term> roots) {
        Map<Integer, Set<Term>> held = new HashMap<>();
        Deque<Term> queue = new ArrayDeque<>();
        queue.addAll(roots);
        store.all().forEach((key, term) -> {
            if (key.isStatic()) {
                queue.addAll(term.options());
            } else {
                held.computeIfAbsent(key.owner(), owner -> new LinkedHashSet<>())
                        .addAll(term.options());
            }
        });
        Set<HeapObject> kept = new LinkedHashSet<>();
        Set<Integer> frames = new HashSet<>();
        while (!queue.isEmpty()) {
            if (queue.poll() instanceof Term.Reference reference
                    && !reference.isClosed()
                    && kept.add(reference.object())) {
                HeapObject object = reference.object();
                queue.addAll(held.getOrDefault(object.id(), Set.of()));
                captured(object).forEach(frame -> capture(frame, held, frames, queue));
                outer(object).ifPresent(queue::add);
            }
        }
        return kept;
    }

    private static List<Frame> captured(HeapObject object) {
        if (object.shape() instanceof HeapObject.Shape.Closure closure) {
            return List.of(closure.frame());
        }
        if (object.shape() instanceof HeapObject.Shape.Bound bound) {
            return List.of(bound.frame());
        }
        return object.shape() instanceof HeapObject.Shape.Instance instance
                ? instance.scope().map(List::of).orElse(List.of())
                : List.of();
    }

    private static Optional<Term> outer(HeapObject object) {
        if (object.shape() instanceof HeapObject.Shape.Bound bound) {
            return Optional.of(bound.target());
        }
        return object.shape() instanceof HeapObject.Shape.Instance instance
                ? Optional.of(instance.outer())
                : Optional.empty();
    }

    /** A lambda keeps the variables of the frames around it, and their {@code this}. */
    private static void capture(Frame frame, Map<Integer, Set<Term>> held, Set<Integer> frames, Deque<Term> queue) {
        for (Optional<Frame> next = Optional.of(frame);
                next.isPresent() && frames.add(next.orElseThrow().id());
                next = next.orElseThrow().lexical()) {
            queue.addAll(held.getOrDefault(next.orElseThrow().id(), Set.of()));
            queue.addAll(next.orElseThrow().self().options());
        }
    }
}

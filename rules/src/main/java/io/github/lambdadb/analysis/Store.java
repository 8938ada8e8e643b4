package io.github.lambdadb.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The abstract state: what each place holds. A child sees its parent and writes only to itself. */
final class Store {
    private final @Nullable Store parent;
    private final Map<Key, Term> written = new LinkedHashMap<>();
    private final Deque<Handler> watchers;
    private final AtomicInteger work;
    private boolean reachable = true;

    private Store(@Nullable Store parent, Deque<Handler> watchers, AtomicInteger work) {
        this.parent = parent;
        this.work = work;
        this.watchers = watchers;
    }

    static Store empty() {
        return new Store(null, new ArrayDeque<>(), new AtomicInteger());
    }

    /** The handlers that are told of every write, here and in all children. */
    Deque<Handler> watchers() {
        return watchers;
    }

    Store child() {
        return new Store(this, watchers, work);
    }

    /** A state to go on from, whether or not control reached the end of this one; this one stays as it is. */
    Store continued() {
        return new Store(this, watchers, work);
    }

    boolean isReachable() {
        return reachable;
    }

    /** Marks that control does not go on from here. */
    void end() {
        reachable = false;
    }

    Optional<Term> get(Key key) {
        for (Store store = this; store != null; store = store.parent) {
            Term term = store.written.get(key);
            if (term != null) {
                return Optional.of(term);
            }
        }
        return Optional.empty();
    }

    /** How many places were written or looked through, here and in all children and parents. */
    int work() {
        return work.get();
    }

    void put(Key key, Term term) {
        work.incrementAndGet();
        written.put(key, term);
        for (Handler watcher : watchers) {
            watcher.saw(key, term);
        }
    }

    /** Takes these in: places that nobody has written yet are written where every path sees them. */
    void settle(Map<Key, Term> writes) {
        Store first = this;
        while (first.parent != null) {
            first = first.parent;
        }
        for (Map.Entry<Key, Term> write : writes.entrySet()) {
            Store place = get(write.getKey()).isPresent() ? this : first;
            place.put(write.getKey(), write.getValue());
        }
    }

    /** What was written since the base, an ancestor, as one map. */
    Map<Key, Term> since(Store base) {
        List<Map<Key, Term>> layers = new ArrayList<>();
        for (Store store = this; store != null && store != base; store = store.parent) {
            layers.add(0, store.written);
        }
        Map<Key, Term> all = new LinkedHashMap<>();
        layers.forEach(all::putAll);
        work.addAndGet(all.size());
        return all;
    }

    /** Makes this store what it is after one of several continuations, each given by what it wrote since. */
    void become(Collection<Map<Key, Term>> continuations) {
        if (continuations.isEmpty()) {
            end();
            return;
        }
        reachable = true;
        if (continuations.size() == 1) {
            continuations.iterator().next().forEach(this::put);
            return;
        }
        Set<Key> keys = new LinkedHashSet<>();
        continuations.forEach(continuation -> keys.addAll(continuation.keySet()));
        Map<Key, Term> joined = new HashMap<>();
        for (Key key : keys) {
            List<Term> terms = new ArrayList<>();
            continuations.forEach(continuation -> termOn(continuation, key).ifPresent(terms::add));
            joined.put(key, differsInMarks(terms) ? whereHeld(key, continuations, terms) : Join.of(terms));
        }
        keys.forEach(key -> put(key, joined.getOrDefault(key, Plain.UNSET)));
    }

    /** Whether the continuations agree on the objects but not on what they know of them. */
    private static boolean differsInMarks(List<Term> terms) {
        List<Term.Reference> references = terms.stream()
                .flatMap(term -> term.options().stream())
                .filter(Term.Reference.class::isInstance)
                .map(Term.Reference.class::cast)
                .distinct()
                .toList();
        return references.stream().map(Term.Reference::object).distinct().count() < references.size();
    }

    /** A continuation that has let go of the owner of a place says nothing about what is known of the place. */
    private Term whereHeld(Key key, Collection<Map<Key, Term>> continuations, List<Term> all) {
        List<Term> terms = new ArrayList<>();
        for (Map<Key, Term> continuation : continuations) {
            if (key.isStatic() || isHeld(key.owner(), continuation)) {
                termOn(continuation, key).ifPresent(terms::add);
            }
        }
        return Join.of(terms.isEmpty() ? all : terms);
    }

    /** Whether any place holds the object; frames hold themselves. */
    private boolean isHeld(int owner, Map<Key, Term> continuation) {
        Map<Key, Term> state = all();
        boolean isObject = state.containsKey(Key.existence(owner)) || continuation.containsKey(Key.existence(owner));
        state.putAll(continuation);
        return !isObject
                || state.values().stream()
                        .flatMap(term -> term.options().stream())
                        .anyMatch(option -> option instanceof Term.Reference reference
                                && reference.object().id() == owner);
    }

    private Optional<Term> termOn(Map<Key, Term> continuation, Key key) {
        Optional<Term> term = Optional.ofNullable(continuation.get(key)).or(() -> get(key));
        if (term.isPresent()) {
            return term;
        }
        Key existence = Key.existence(key.owner());
        boolean exists = key.isStatic()
                || continuation.containsKey(existence)
                || get(existence).isPresent();
        return exists ? Optional.of(Plain.UNSET) : Optional.empty();
    }

    /** The places that hold any of the objects, with the references to them changed. */
    Map<Key, Term> marked(Set<HeapObject> objects, UnaryOperator<Term.Reference> mark) {
        Map<Key, Term> changed = new LinkedHashMap<>();
        all().forEach((key, term) -> {
            if (term.options().stream().anyMatch(option -> isOneOf(option, objects))) {
                changed.put(
                        key,
                        Join.map(
                                term,
                                option -> isOneOf(option, objects) ? mark.apply((Term.Reference) option) : option));
            }
        });
        return changed;
    }

    private static boolean isOneOf(Term option, Set<HeapObject> objects) {
        return option instanceof Term.Reference reference && objects.contains(reference.object());
    }

    /** Everything, for walks over the whole state. */
    Map<Key, Term> all() {
        return since(empty());
    }
}

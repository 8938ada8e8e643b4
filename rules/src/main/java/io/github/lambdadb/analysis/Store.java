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
import org.jspecify.annotations.Nullable;

/** The abstract state: what each place holds. A child sees its parent and writes only to itself. */
final class Store {
    private final @Nullable Store parent;
    private final Map<Key, Term> written = new LinkedHashMap<>();
    private final Deque<Handler> watchers;
    private boolean reachable = true;

    private Store(@Nullable Store parent, Deque<Handler> watchers) {
        this.parent = parent;
        this.watchers = watchers;
    }

    static Store empty() {
        return new Store(null, new ArrayDeque<>());
    }

    /** The handlers that are told of every write, here and in all children. */
    Deque<Handler> watchers() {
        return watchers;
    }

    Store child() {
        return new Store(this, watchers);
    }

    /** A state to go on from, whether or not control reached the end of this one; this one stays as it is. */
    Store continued() {
        return new Store(this, watchers);
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

    void put(Key key, Term term) {
        written.put(key, term);
        for (Handler watcher : watchers) {
            watcher.saw(key, term);
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
            joined.put(key, Join.of(terms));
        }
        keys.forEach(key -> put(key, joined.getOrDefault(key, Plain.UNSET)));
    }

    private Optional<Term> termOn(Map<Key, Term> continuation, Key key) {
        Optional<Term> term = Optional.ofNullable(continuation.get(key)).or(() -> get(key));
        if (term.isPresent()) {
            return term;
        }
        Key existence = Key.existence(key.owner());
        boolean exists = continuation.containsKey(existence) || get(existence).isPresent();
        return exists ? Optional.of(Plain.UNSET) : Optional.empty();
    }

    /** Everything, for walks over the whole state. */
    Map<Key, Term> all() {
        return since(empty());
    }
}

package io.github.lambdadb.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the catch clauses of a try statement may find: for each place, any value it held at some moment of the body. */
final class Handler {
    private final Store base;
    private final Map<Key, Term> seen = new LinkedHashMap<>();

    private final Map<Key, Term> overruled = new LinkedHashMap<>();
    private final int from;

    Handler(Store base, int from) {
        this.base = base;
        this.from = from;
    }

    /** How many events had been recorded when the body began. */
    int from() {
        return from;
    }

    /** Whatever was seen before, an exception that arrives from here on finds this. */
    void overrule(Key key, Term term) {
        overruled.put(key, term);
    }

    /** Whether null was written to a place. */
    boolean sawNull(Key key) {
        Term term = seen.get(key);
        return term != null && term.options().stream().anyMatch(Term.Null.class::isInstance);
    }

    /** Whether null was written to a place that held an object. */
    boolean forgets() {
        return seen.keySet().stream()
                .anyMatch(key -> sawNull(key)
                        && base.get(key).stream()
                                .flatMap(term -> term.options().stream())
                                .anyMatch(Term.Reference.class::isInstance));
    }

    void saw(Key key, Term term) {
        seen.merge(key, term, Join::of);
    }

    /** The state in which an exception may arrive, as what was written since the start of the body. */
    Map<Key, Term> thrown() {
        Map<Key, Term> thrown = new LinkedHashMap<>();
        seen.forEach((key, term) -> {
            Optional<Term> before = base.get(key);
            Key existence = Key.existence(key.owner());
            boolean existed = base.get(existence).isPresent();
            if (before.isPresent()) {
                thrown.put(key, Join.of(before.get(), term));
            } else if (existed) {
                thrown.put(key, Join.of(Plain.UNSET, term));
            } else if (key.isStatic() || seen.containsKey(existence)) {
                thrown.put(key, term);
            }
        });
        thrown.putAll(overruled);
        return thrown;
    }
}

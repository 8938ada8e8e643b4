package io.github.lambdadb.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the catch clauses of a try statement may find: for each place, any value it held at some moment of the body. */
final class Handler {
    private final Store base;
    private final Map<Key, Term> seen = new LinkedHashMap<>();

    Handler(Store base) {
        this.base = base;
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
        return thrown;
    }
}

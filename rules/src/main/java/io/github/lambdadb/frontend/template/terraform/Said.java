package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.frontend.template.Values;
import io.github.lambdadb.value.Value;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a template says of something, by what may be said of it; what is nothing is not said. */
final class Said<K extends Enum<K>> {
    private final Map<K, Value<String>> all;

    Said(Class<K> keys) {
        all = new EnumMap<>(keys);
    }

    Said<K> put(K key, Term term) {
        if (!term.isNothing()) {
            all.put(key, term.text());
        }
        return this;
    }

    /** A number of which {@code -1} says that there is none. */
    Said<K> putUnlessUnbounded(K key, Term term) {
        return Texts.exact(term).filter("-1"::equals).isPresent() ? this : put(key, term);
    }

    /** The texts of a list, joined by commas. */
    Said<K> putJoined(K key, Term list) {
        return put(key, list.items().isPresent() ? joined(list.items().get(), list.isWhole()) : list);
    }

    private static Term joined(List<Term> items, boolean isWhole) {
        if (items.isEmpty()) {
            return isWhole ? Terms.nothing() : Terms.unknown("the list is not known");
        }
        Value<String> all = items.get(0).text();
        for (Term item : items.subList(1, items.size())) {
            Value<String> longer = Values.combined(all, item.text(), (left, right) -> left + "," + right);
            all = Terms.text(longer, Set.of()).text();
        }
        return Terms.text(isWhole ? all : Values.perhaps(all), Set.of());
    }

    Map<K, Value<String>> all() {
        return Map.copyOf(all);
    }
}

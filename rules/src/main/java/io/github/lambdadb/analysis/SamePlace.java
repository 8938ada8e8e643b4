package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.OfFunctions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes one fact of what several functions do at the same place. */
final class SamePlace {
    private SamePlace() {}

    /**
     * For each key the fact that is first in the order, told of all the functions; sorted.
     *
     * @param key what is the same of facts that are one
     */
    static <T extends OfFunctions<T>> List<T> merge(List<T> facts, Function<T, List<Object>> key, Comparator<T> order) {
        return merge(facts, key, order, order);
    }

    /**
     * For each key the fact that comes first by weight, told of all the functions; sorted.
     *
     * @param key what is the same of facts that are one
     */
    static <T extends OfFunctions<T>> List<T> merge(
            List<T> facts, Function<T, List<Object>> key, Comparator<T> weight, Comparator<T> order) {
        Map<List<Object>, List<T>> alike = new LinkedHashMap<>();
        facts.forEach(fact -> alike.computeIfAbsent(key.apply(fact), each -> new ArrayList<>())
                .add(fact));
        return alike.values().stream()
                .map(same -> same.stream()
                        .min(weight)
                        .orElseThrow()
                        .by(same.stream()
                                .flatMap(fact -> fact.functions().stream())
                                .distinct()
                                .toList()))
                .sorted(order)
                .toList();
    }
}

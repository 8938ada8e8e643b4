package io.github.lambdadb.rule;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.LambdaFunction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Judges connection sources one by one. A place that several functions deploy with settings of their own is several sources;
 * where a rule says the same of them, it says it once and names all the functions.
 */
public final class EachSource {
    private EachSource() {}

    /** What the rule finds, in the order of the sources. */
    public static Stream<Finding> judge(
            Stream<ConnectionSource> sources, Function<ConnectionSource, Stream<Finding>> rule) {
        Map<List<Object>, List<ConnectionSource>> alike = new LinkedHashMap<>();
        sources.forEach(source -> {
            List<Finding> nameless = rule.apply(source.reachedBy(List.of()))
                    .map(Finding::verdict)
                    .toList();
            if (!nameless.isEmpty()) {
                alike.computeIfAbsent(
                                List.of(source.site(), source.subject(), source.lifetime(), nameless),
                                key -> new ArrayList<>())
                        .add(source);
            }
        });
        return alike.values().stream().flatMap(group -> rule.apply(group.get(0).reachedBy(functions(group))));
    }

    private static List<LambdaFunction> functions(List<ConnectionSource> group) {
        return group.stream()
                .flatMap(source -> source.functions().stream())
                .distinct()
                .sorted(Comparator.comparing(LambdaFunction::handler).thenComparing(LambdaFunction::name))
                .toList();
    }
}

package io.github.lambdadb.rules.lifecycle;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.FunctionPattern;
import io.github.lambdadb.facts.LambdaFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which lifecycle the team wants for which function: that of the first pattern that means the function, else that of all. */
record Lifecycles(String ofAll, Map<FunctionPattern, String> ofSome) {
    /** {@code pairs} are pattern and lifecycle, {@code nightly-*=per-invocation}. */
    static Lifecycles of(String ofAll, List<String> pairs) {
        Map<FunctionPattern, String> ofSome = new LinkedHashMap<>();
        for (String pair : pairs) {
            int equals = pair.lastIndexOf('=');
            ofSome.putIfAbsent(
                    new FunctionPattern(pair.substring(0, equals).strip()),
                    pair.substring(equals + 1).strip());
        }
        return new Lifecycles(ofAll, ofSome);
    }

    /** The sources of functions with this lifecycle, each as only those functions reach it. */
    List<ConnectionSource> sources(Facts facts, String lifecycle) {
        return facts.sources().stream()
                .flatMap(source -> asReachedUnder(source, lifecycle))
                .toList();
    }

    private Stream<ConnectionSource> asReachedUnder(ConnectionSource source, String lifecycle) {
        if (source.functions().isEmpty()) {
            return lifecycle.equals(ofAll) ? Stream.of(source) : Stream.empty();
        }
        List<LambdaFunction> functions = source.functions().stream()
                .filter(function -> of(function).equals(lifecycle))
                .toList();
        return functions.isEmpty() ? Stream.empty() : Stream.of(source.reachedBy(functions));
    }

    private String of(LambdaFunction function) {
        return ofSome.entrySet().stream()
                .filter(some -> some.getKey().matches(function))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(ofAll);
    }
}

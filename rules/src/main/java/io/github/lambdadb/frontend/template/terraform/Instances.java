package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.source.Location;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How often a block stands for something: once, or by {@code count} and {@code for_each}. */
final class Instances {
    private static final int MOST = 50;

    /**
     * One of them.
     *
     * @param suffix how its address ends; empty when there is only one
     * @param isCertain whether it is known that there is exactly this one
     */
    record Instance(String suffix, Evaluator evaluator, boolean isCertain) {}

    private Instances() {}

    /** The end of the address of the instance with that key. */
    static String suffix(String key) {
        return Terms.number(key).isPresent() ? "[" + key + "]" : "[\"" + key + "\"]";
    }

    static List<Instance> of(Body body, Evaluator evaluator) {
        Optional<Body.Argument> count = body.argument("count");
        Optional<Body.Argument> forEach = body.argument("for_each");
        if (count.isPresent()) {
            return counted(count.get(), evaluator);
        }
        return forEach.map(each -> keyed(each, evaluator)).orElse(List.of(new Instance("", evaluator, true)));
    }

    private static List<Instance> counted(Body.Argument count, Evaluator evaluator) {
        OptionalDouble number = Operators.number(evaluator.evaluate(count.value()));
        if (number.isEmpty() || number.getAsDouble() > MOST) {
            return List.of(new Instance("", evaluator, false));
        }
        int many = (int) number.getAsDouble();
        return IntStream.range(0, Math.max(0, many))
                .mapToObj(i -> new Instance(
                        many == 1 ? "" : "[" + i + "]",
                        evaluator.with("count", one("index", String.valueOf(i), count.at())),
                        true))
                .toList();
    }

    private static Term one(String name, String text, Location at) {
        return Terms.mapping(Map.of(name, Terms.known(text, at, "it is counted here")), true);
    }

    private static List<Instance> keyed(Body.Argument each, Evaluator evaluator) {
        Optional<Map<String, Term>> entries = entries(evaluator.evaluate(each.value()), each.at());
        if (entries.isEmpty() || entries.get().size() > MOST) {
            return List.of(new Instance("", evaluator, false));
        }
        return entries.get().entrySet().stream()
                .map(entry -> {
                    Term key = Terms.known(entry.getKey(), each.at(), "the key of an entry");
                    Term pair = Terms.mapping(Map.of("key", key, "value", entry.getValue()), true);
                    return new Instance("[\"" + entry.getKey() + "\"]", evaluator.with("each", pair), true);
                })
                .toList();
    }

    /** The entries of a mapping, or of a set of texts that are their own keys. */
    private static Optional<Map<String, Term>> entries(Term over, Location at) {
        if (!over.isWhole() || over.items().isEmpty()) {
            return Optional.empty();
        }
        if (over.entries().isPresent()) {
            return over.entries();
        }
        Map<String, Term> entries = new LinkedHashMap<>();
        List<Term> items = over.items().get();
        Stream<Optional<String>> texts = items.stream().map(Texts::exact);
        texts.flatMap(Optional::stream)
                .forEach(text -> entries.put(text, Terms.known(text, at, "the key of an entry")));
        boolean isExact = items.stream().allMatch(item -> Texts.exact(item).isPresent());
        return isExact ? Optional.of(entries) : Optional.empty();
    }
}

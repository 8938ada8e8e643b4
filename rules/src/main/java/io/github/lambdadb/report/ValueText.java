package io.github.lambdadb.report;

import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is known of a value, in one line: {@code 10 | 20 | …}, and where it is written. */
public final class ValueText {
    private ValueText() {}

    public static <T> String of(Value<T> value, Function<T, String> text) {
        if (value instanceof Value.Unknown<T> unknown) {
            return "unknown: " + unknown.reason();
        }
        String candidates = value.candidates().stream()
                .map(known -> text.apply(known.value()))
                .distinct()
                .collect(Collectors.joining(" | "));
        return value.isComplete() ? candidates : candidates + " | …";
    }

    /** Values by what people call them, sorted. */
    public static <T> SortedMap<String, Value<T>> byName(Map<?, Value<T>> values) {
        SortedMap<String, Value<T>> sorted = new TreeMap<>();
        values.forEach((key, value) -> sorted.put(key instanceof Enum<?> one ? Words.of(one) : (String) key, value));
        return sorted;
    }

    /** The last place of each candidate. */
    public static List<Location> places(Value<?> value) {
        return value.candidates().stream()
                .flatMap(known -> known.evidence().lastLocation().stream())
                .distinct()
                .toList();
    }

    /** The same in brackets; nothing when the candidates stand nowhere. */
    public static String inBrackets(Value<?> value) {
        List<Location> places = places(value);
        return places.isEmpty()
                ? ""
                : places.stream().map(Location::toString).collect(Collectors.joining(" ", "  (", ")"));
    }
}

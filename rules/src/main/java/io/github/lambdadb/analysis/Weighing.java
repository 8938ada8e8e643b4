package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.knowledge.Comparison;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Certainty;
import io.github.lambdadb.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Of which values of some settings a condition is true.
 *
 * @param matches the values that make it true together, never none
 * @param certainty definite if all values of all settings are known, and every combination of them makes it true
 */
record Weighing(List<Map<Property, Value.Known<String>>> matches, Certainty certainty) {
    private static final int MOST = 64;

    /** Empty if the condition is true of no known values, or of nothing that is known. */
    static Optional<Weighing> of(List<Property> deciding, List<Comparison> when, Map<Property, Setting> settings) {
        List<Map<Property, Value.Known<String>>> all = combinations(deciding, settings);
        List<Map<Property, Value.Known<String>>> matches =
                all.stream().filter(values -> holds(when, values)).toList();
        long choices = deciding.stream()
                .filter(property -> candidates(property, settings).size() > 1)
                .count();
        boolean every = matches.size() == all.size();
        // of two values that were chosen together, not every combination occurs
        if (matches.isEmpty() || (!every && choices > 1)) {
            return Optional.empty();
        }
        boolean known = deciding.stream().allMatch(property -> isKnown(settings.get(property)));
        return Optional.of(new Weighing(matches, every && known ? Certainty.DEFINITE : Certainty.POSSIBLE));
    }

    private static List<Map<Property, Value.Known<String>>> combinations(
            List<Property> deciding, Map<Property, Setting> settings) {
        List<Map<Property, Value.Known<String>>> all = List.of(Map.of());
        for (Property property : deciding) {
            List<Map<Property, Value.Known<String>>> longer = new ArrayList<>();
            for (Map<Property, Value.Known<String>> before : all) {
                for (Value.Known<String> candidate : candidates(property, settings)) {
                    Map<Property, Value.Known<String>> values = new EnumMap<>(Property.class);
                    values.putAll(before);
                    values.put(property, candidate);
                    longer.add(values);
                }
            }
            all = longer;
        }
        return all.size() > MOST ? List.of() : all;
    }

    private static boolean holds(List<Comparison> when, Map<Property, Value.Known<String>> values) {
        return when.stream()
                .allMatch(comparison -> comparison.holds(property -> Optional.ofNullable(values.get(property))
                        .flatMap(known -> number(property, known.value()))
                        .orElseThrow()));
    }

    /** The candidates that have a number. */
    private static List<Value.Known<String>> candidates(Property property, Map<Property, Setting> settings) {
        Setting setting = settings.get(property);
        return setting == null
                ? List.of()
                : setting.value().candidates().stream()
                        .filter(known -> number(property, known.value()).isPresent())
                        .toList();
    }

    private static boolean isKnown(@Nullable Setting setting) {
        return setting != null
                && setting.value().map(text -> number(setting.property(), text)).isComplete();
    }

    /** Numbers as they are, durations in milliseconds. */
    private static Optional<Long> number(Property property, String text) {
        Setting setting = new Setting(property, "", new Value.Known<>(text, Evidence.none()), Setting.Origin.UNKNOWN);
        return switch (property.type()) {
            case NUMBER -> first(setting.number()).map(Integer::longValue);
            case DURATION -> first(setting.duration()).map(Duration::toMillis);
            case FLAG -> first(setting.flag()).map(flag -> flag ? 1L : 0L);
            case TEXT -> Optional.empty();
        };
    }

    private static <T> Optional<T> first(Value<T> value) {
        return value.candidates().stream().map(Value.Known::value).findFirst();
    }
}

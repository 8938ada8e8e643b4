package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Setting;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The condition of a knowledge file without which a setting does nothing: {@code minimum-idle < maximum-size}. */
final class EffectiveWhen {
    private EffectiveWhen() {}

    static Property property(String name) {
        return Property.valueOf(name.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether the condition may hold: it fails only if both sides are known and it is false for all of them. */
    static boolean mayHold(String condition, Map<Property, Setting> settings) {
        String[] words = condition.strip().split("\\s+", -1);
        if (words.length != 3) {
            return true;
        }
        List<Long> left = numbers(words[0], settings);
        List<Long> right = numbers(words[2], settings);
        if (left.isEmpty() || right.isEmpty()) {
            return true;
        }
        return left.stream().anyMatch(a -> right.stream().anyMatch(b -> holds(words[1], a, b)));
    }

    private static boolean holds(String operator, long a, long b) {
        return switch (operator) {
            case "<" -> a < b;
            case ">" -> a > b;
            case "<=" -> a <= b;
            case ">=" -> a >= b;
            case "!=" -> a != b;
            default -> a == b;
        };
    }

    private static List<Long> numbers(String operand, Map<Property, Setting> settings) {
        if (operand.matches("-?\\d+")) {
            return List.of(Long.valueOf(operand));
        }
        Setting setting = settings.get(property(operand));
        if (setting == null || !setting.value().isComplete()) {
            return List.of();
        }
        return setting.property().type() == Property.Type.DURATION
                ? setting.duration().candidates().stream()
                        .map(known -> known.value().toMillis())
                        .toList()
                : setting.number().candidates().stream()
                        .map(known -> (long) known.value())
                        .toList();
    }
}

package io.github.lambdadb.knowledge;

import io.github.lambdadb.facts.Property;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** A comparison of settings, {@code idle-timeout + PT1S > max-lifetime}; durations count in milliseconds. */
public record Comparison(Operand left, Operator operator, Operand right) {
    /** The value of a setting (none: zero), and an amount that is added to it. */
    public record Operand(List<Property> settings, long amount) {
        public Operand {
            settings = List.copyOf(settings);
        }

        long of(ToLongFunction<Property> values) {
            return settings.stream().mapToLong(values).sum() + amount;
        }
    }

    /** How the two sides compare. */
    public enum Operator {
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">="),
        EQUAL("="),
        UNEQUAL("!=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    /** Whether it is true of these values. */
    public boolean holds(ToLongFunction<Property> values) {
        int order = Long.compare(left.of(values), right.of(values));
        return switch (operator) {
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case MORE -> order > 0;
            case AT_LEAST -> order >= 0;
            case EQUAL -> order == 0;
            case UNEQUAL -> order != 0;
        };
    }

    /** The settings that it compares. */
    public Stream<Property> settings() {
        return Stream.concat(left.settings().stream(), right.settings().stream());
    }
}

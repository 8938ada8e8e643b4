package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.Property;
import java.time.Duration;

/** Values of settings as a message shows them: {@code 10 min}, {@code 250 ms}, {@code 10}. */
final class Shown {
    private Shown() {}

    static String of(Property property, String value) {
        return property.type() == Property.Type.DURATION
                ? duration(Duration.parse(value))
                : value.equals(String.valueOf(Integer.MAX_VALUE)) ? "unlimited" : value;
    }

    private static String duration(Duration duration) {
        long millis = duration.toMillis();
        if (millis % 1000 != 0) {
            return millis + " ms";
        }
        return millis % 60_000 == 0 && millis != 0 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
    }
}

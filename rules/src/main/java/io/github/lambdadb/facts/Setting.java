package io.github.lambdadb.facts;

import io.github.lambdadb.value.Value;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * One setting in force: the library's own key ({@code maximumPoolSize}), its value and where it comes from. Durations are in
 * ISO-8601 whatever the library's unit; secrets are {@code ***}; an environment variable stands as {@code ${NAME}}.
 */
public record Setting(Property property, String key, Value<String> value, Origin origin) {
    /** What stands in all facts for a secret whose text is known. */
    public static final String HIDDEN = "***";

    /** Where the value comes from. */
    public enum Origin {
        CODE,
        CONFIGURATION,
        TEMPLATE,
        URL,
        DEFAULT,
        /** Not set by what was seen, but the object went where it could have been. */
        UNKNOWN
    }

    /** Whether something other than the library's default is known to decide. */
    public boolean isSet() {
        return origin != Origin.DEFAULT && origin != Origin.UNKNOWN;
    }

    public Value<Integer> number() {
        return value.map(Setting::parseNumber);
    }

    public Value<Duration> duration() {
        return value.map(Setting::parseDuration);
    }

    public Value<Boolean> flag() {
        return value.map(text -> text.equalsIgnoreCase("true")
                ? Optional.of(true)
                : text.equalsIgnoreCase("false") ? Optional.of(false) : Optional.empty());
    }

    private static Optional<Integer> parseNumber(String text) {
        try {
            return Optional.of(Integer.valueOf(text.trim()));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> parseDuration(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException notADuration) {
            return Optional.empty();
        }
    }
}

package io.github.lambdadb.check;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the values of user settings strictly: what does not parse is told, never guessed. */
public final class SettingText {
    private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)");

    private SettingText() {}

    public static boolean flag(UserSetting setting) {
        return switch (setting.value()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw setting.unknownValue(List.of("true", "false"));
        };
    }

    public static int number(UserSetting setting) {
        try {
            return Integer.parseInt(setting.value());
        } catch (NumberFormatException notANumber) {
            throw setting.malformed("a whole number", "2");
        }
    }

    /** One of these words. */
    public static String word(UserSetting setting, List<String> words) {
        if (!words.contains(setting.value())) {
            throw setting.unknownValue(words);
        }
        return setting.value();
    }

    /** A positive number. */
    public static int count(UserSetting setting) {
        int number = number(setting);
        if (number < 1) {
            throw setting.malformed("a number of at least 1", "2");
        }
        return number;
    }

    /** A number that is not negative. */
    public static int countOrNone(UserSetting setting) {
        int number = number(setting);
        if (number < 0) {
            throw setting.malformed("a number of at least 0", "20");
        }
        return number;
    }

    /** ISO-8601, or a number with {@code ms}, {@code s}, {@code m} or {@code h}; always positive. */
    public static Duration duration(UserSetting setting) {
        Matcher brief = SHORT_DURATION.matcher(setting.value().toLowerCase(Locale.ROOT));
        Duration duration = brief.matches() ? brief(Long.parseLong(brief.group(1)), brief.group(2)) : iso(setting);
        if (duration.isNegative() || duration.isZero()) {
            throw setting.malformed("a duration longer than nothing", "60s");
        }
        return duration;
    }

    /** The duration in a list, or an empty list if there is no text. */
    public static List<Duration> optionalDuration(UserSetting setting) {
        return setting.value().isBlank() ? List.of() : List.of(duration(setting));
    }

    public static Path path(UserSetting setting) {
        try {
            return Path.of(setting.value());
        } catch (InvalidPathException notAPath) {
            throw setting.malformed("a path", "target/lambda-db");
        }
    }

    /** Values separated by commas; blank ones do not count. */
    public static List<String> list(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** A value of the same type as the default. */
    static Object like(Object defaultValue, UserSetting setting) {
        if (defaultValue instanceof Integer) {
            return number(setting);
        }
        if (defaultValue instanceof Boolean) {
            return flag(setting);
        }
        if (defaultValue instanceof Duration) {
            return duration(setting);
        }
        if (defaultValue instanceof List<?>) {
            return list(setting.value());
        }
        if (defaultValue instanceof String) {
            return setting.value();
        }
        throw new IllegalArgumentException(
                "A rule's option cannot be of " + defaultValue.getClass() + ": " + setting.key());
    }

    private static Duration brief(long number, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    private static Duration iso(UserSetting setting) {
        try {
            return Duration.parse(setting.value());
        } catch (DateTimeParseException notADuration) {
            throw setting.malformed("a duration", "PT60S' or '60s");
        }
    }
}

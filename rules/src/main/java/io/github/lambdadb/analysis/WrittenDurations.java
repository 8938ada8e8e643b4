package io.github.lambdadb.analysis;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as configuration files write them: {@code 30s}, {@code 5M}, {@code PT1M30S}. A plain number stays a number, in the
 * unit of its setting. Sources: Spring Boot 3.5 {@code DurationStyle}, Quarkus 3.30 {@code DurationConverter}, Micronaut 4
 * {@code TimeConverterRegistrar}.
 */
final class WrittenDurations {
    private static final Pattern SIMPLE = Pattern.compile("(\\d{1,12})\\s*(ns|us|ms|s|m|h|d)");

    private static final Duration LONGEST = Duration.ofDays(1_000_000);

    private WrittenDurations() {}

    static Term parse(Term term) {
        return Join.map(
                term,
                option -> option instanceof Term.Constant constant
                        ? new Term.Constant(
                                parse(String.valueOf(constant.value()).strip()), constant.evidence())
                        : option);
    }

    /** A duration that no timer can have stays a text, since arithmetic on it would overflow. */
    private static Object parse(String text) {
        Object parsed = exact(text);
        return parsed instanceof Duration duration && duration.abs().compareTo(LONGEST) > 0 ? text : parsed;
    }

    private static Object exact(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Matcher simple = SIMPLE.matcher(lower);
        if (simple.matches()) {
            return simple(Long.parseLong(simple.group(1)), simple.group(2));
        }
        boolean isNumber = lower.matches("-?\\d+");
        try {
            return isNumber
                    ? text
                    : Duration.parse(lower.startsWith("p") || lower.startsWith("-p") ? lower : "pt" + lower);
        } catch (DateTimeParseException notADuration) {
            return text;
        }
    }

    private static Duration simple(long amount, String unit) {
        return switch (unit) {
            case "ns" -> Duration.ofNanos(amount);
            case "us" -> Duration.ofNanos(Math.multiplyExact(amount, 1_000L));
            case "ms" -> Duration.ofMillis(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            default -> Duration.ofSeconds(amount);
        };
    }
}

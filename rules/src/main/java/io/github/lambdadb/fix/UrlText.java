package io.github.lambdadb.fix;

import io.github.lambdadb.knowledge.DriverModel;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameters of a JDBC URL, or of its written end, as text. */
record UrlText(DriverModel driver, String text) {
    /** A part of the text that is replaced, counted from its beginning. */
    record Part(int from, int to, String replacement) {}

    /** What stands between the URL, which {@code whole} shows, and a parameter behind it; empty if there are no parameters. */
    static Optional<String> separator(DriverModel driver, String whole) {
        if (driver.parameterStarts().isEmpty()) {
            return Optional.empty();
        }
        String start = driver.parameterStarts().substring(0, 1);
        String separator = driver.parameterSeparators().substring(0, 1);
        if (whole.endsWith(start) || whole.endsWith(separator)) {
            return Optional.of("");
        }
        return Optional.of(whole.contains(start) ? separator : start);
    }

    /** The parameter with its value. */
    private Optional<Matcher> parameter(String key) {
        if (driver.parameterStarts().isEmpty()) {
            return Optional.empty();
        }
        String ends = "[^" + quoted(driver.parameterSeparators()) + "]*";
        Matcher matcher = Pattern.compile(
                        "(?<=[" + quoted(driver.parameterStarts() + driver.parameterSeparators()) + "])("
                                + Pattern.quote(key) + ")=(" + ends + ")",
                        Pattern.CASE_INSENSITIVE)
                .matcher(text);
        return matcher.find() ? Optional.of(matcher) : Optional.empty();
    }

    private static String quoted(String characters) {
        StringBuilder quoted = new StringBuilder();
        characters.chars().forEach(each -> quoted.append('\\').append((char) each));
        return quoted.toString();
    }

    /** The parameter gets another value. */
    Optional<Part> withValue(String key, String value) {
        return parameter(key).map(found -> new Part(found.start(2), found.end(2), value));
    }

    /** The parameter gets another name. */
    Optional<Part> renamed(String key, String name) {
        return parameter(key).map(found -> new Part(found.start(1), found.end(1), name));
    }

    /** The parameter goes; what separates the others stays right. Empty if the next one is not in this text. */
    Optional<Part> without(String key) {
        return parameter(key).flatMap(found -> {
            boolean isLast = found.end() == text.length();
            boolean isFirst = driver.parameterStarts().indexOf(text.charAt(found.start() - 1)) >= 0;
            if (isLast) {
                return Optional.of(new Part(found.start() - 1, found.end(), ""));
            }
            // a first one leaves its question mark to the next
            return Optional.of(
                    isFirst
                            ? new Part(found.start(), found.end() + 1, "")
                            : new Part(found.start() - 1, found.end(), ""));
        });
    }
}

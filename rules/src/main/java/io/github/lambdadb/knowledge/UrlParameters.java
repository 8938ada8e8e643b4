package io.github.lambdadb.knowledge;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The parameters of a JDBC URL: read by the grammar of the driver, secrets replaced. */
final class UrlParameters {
    private final String separators;
    private final Map<String, String> properties = new TreeMap<>();
    private final StringBuilder shown = new StringBuilder();
    private boolean complete = true;

    private UrlParameters(String separators) {
        this.separators = separators;
    }

    /** Reads what follows the character that starts the parameters. */
    static UrlParameters parse(String text, String separators) {
        UrlParameters parameters = new UrlParameters(separators);
        int at = 0;
        while (at <= text.length()) {
            int end = parameters.endOfParameter(text, at);
            boolean last = end >= text.length();
            parameters.add(text.substring(at, end), last);
            if (!last) {
                parameters.shown.append(text.charAt(end));
            }
            at = end + 1;
        }
        return parameters;
    }

    Map<String, String> properties() {
        return properties;
    }

    String shown() {
        return shown.toString();
    }

    boolean isComplete() {
        return complete;
    }

    /** Braces quote separators in the values of SQL Server, the only grammar in which a value may start with one. */
    private int endOfParameter(String text, int from) {
        int end = Holes.indexOfAny(text, from, separators);
        int equals = Holes.indexOfAny(text, from, "=" + separators);
        boolean quoted = separators.equals(";") && text.startsWith("={", equals);
        if (!quoted) {
            return end;
        }
        int close = text.indexOf('}', equals);
        while (close >= 0 && text.startsWith("}}", close)) {
            close = text.indexOf('}', close + 2);
        }
        return close < 0 ? end : Holes.indexOfAny(text, close, separators);
    }

    private void add(String parameter, boolean last) {
        int equals = Holes.indexOfAny(parameter, 0, "=");
        String key = parameter.substring(0, equals).strip();
        if (equals == parameter.length()) {
            complete &= !Holes.isIn(parameter);
            if (!parameter.isBlank() && !Holes.isIn(parameter)) {
                properties.put(key, "");
            }
            shown.append(parameter);
            return;
        }
        String value = UrlSecrets.hide(key, parameter.substring(equals + 1));
        shown.append(parameter, 0, equals + 1).append(value);
        if (Holes.isIn(key)) {
            complete = false;
            return;
        }
        complete &= !(last && !Holes.isAll(value) && Holes.endsOpen(value));
        properties.put(key, separators.contains("&") ? decoded(value) : unquoted(value));
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("{") && value.endsWith("}");
        return quoted ? value.substring(1, value.length() - 1).replace("}}", "}") : value;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return value; // a lone % is meant as it stands; the drivers refuse it, but that is not the question here
        }
    }
}

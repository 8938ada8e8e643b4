package io.github.lambdadb.frontend.template.serverless;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes texts with variables apart: <code>${type(parameter):address, type:address, 'literal'}</code>. */
final class VariableText {
    private static final Pattern SOURCE = Pattern.compile("(?s)([a-zA-Z][\\w-]{0,40})(?:\\((.*?)\\))?(?::(.*))?");

    /** What the framework resolves; every other <code>${…}</code> is somebody else's, and stays. */
    private static final Set<String> TYPES = Set.of(
            "self",
            "opt",
            "env",
            "file",
            "cf",
            "ssm",
            "s3",
            "aws",
            "sls",
            "param",
            "git",
            "terraform",
            "output",
            "doppler",
            "vault",
            "strToBool");

    /** A stretch of a text: inside of <code>${…}</code>, or not. */
    record Stretch(String text, boolean isVariable) {}

    /** One of the places that a variable may take its value from; a literal has no type. */
    record Source(String type, String parameter, String address) {
        boolean isLiteral() {
            return type.isEmpty();
        }

        String spelled() {
            String call = parameter.isEmpty() ? "" : "(" + parameter + ")";
            return isLiteral() ? address : type + call + (address.isEmpty() ? "" : ":" + address);
        }
    }

    private VariableText() {}

    /** The stretches of a text, in order; what opens and is not closed is no variable. */
    static List<Stretch> stretches(String text) {
        List<Stretch> all = new ArrayList<>();
        int start = 0;
        int open = text.indexOf("${");
        while (open >= 0) {
            int close = close(text, open + 2);
            if (close < 0) {
                break;
            }
            if (open > start) {
                all.add(new Stretch(text.substring(start, open), false));
            }
            String inner = text.substring(open + 2, close);
            boolean isOurs = isVariable(inner);
            all.add(new Stretch(isOurs ? inner : text.substring(open, close + 1), isOurs));
            start = close + 1;
            open = text.indexOf("${", start);
        }
        if (start < text.length()) {
            all.add(new Stretch(text.substring(start), false));
        }
        return all;
    }

    private static int close(String text, int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            if (text.startsWith("${", i)) {
                depth++;
            } else if (text.charAt(i) == '}' && depth-- == 0) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isVariable(String inner) {
        List<String> parts = split(inner);
        Optional<Source> first = parts.isEmpty() ? Optional.empty() : source(parts.get(0));
        return first.filter(source -> !source.isLiteral()).isPresent();
    }

    /** The places of a variable, in order of preference; split before its own variables are resolved. */
    static List<String> split(String inner) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        char quote = 0;
        int start = 0;
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '{' || c == '(') {
                depth++;
            } else if (c == '}' || c == ')') {
                depth--;
            } else if (c == ',' && depth == 0) {
                parts.add(inner.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(inner.substring(start).strip());
        return parts;
    }

    /** A place, or empty when the framework knows none that is spelled so. */
    static Optional<Source> source(String part) {
        if (part.length() > 1 && (part.charAt(0) == '\'' || part.charAt(0) == '"')) {
            boolean isClosed = part.charAt(part.length() - 1) == part.charAt(0);
            return isClosed ? Optional.of(new Source("", "", part.substring(1, part.length() - 1))) : Optional.empty();
        }
        if (part.matches("-?\\d{1,18}(?:\\.\\d{1,18})?|true|false|null")) {
            return Optional.of(new Source("", "", part));
        }
        Matcher matcher = SOURCE.matcher(part);
        boolean isKnown = part.length() < 2000 && matcher.matches() && TYPES.contains(matcher.group(1));
        boolean isComplete = isKnown && (matcher.group(2) != null || matcher.group(3) != null);
        return isComplete
                ? Optional.of(new Source(matcher.group(1), orEmpty(matcher.group(2)), orEmpty(matcher.group(3))))
                : Optional.empty();
    }

    private static String orEmpty(@Nullable String group) {
        return group == null ? "" : group.strip();
    }
}

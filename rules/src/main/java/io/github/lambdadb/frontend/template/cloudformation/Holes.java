package io.github.lambdadb.frontend.template.cloudformation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts with <code>${Name}</code> for what a template does not tell. */
final class Holes {
    private static final Pattern HOLE = Pattern.compile("\\$\\{([^{}]{1,1000})}");

    /** A reference that CloudFormation resolves at deployment, such as to a secret; there may be holes in it. */
    private static final Pattern DYNAMIC =
            Pattern.compile("\\{\\{(resolve:[^{}$]{0,2000}+(?:\\$\\{[^{}]{1,1000}}[^{}$]{0,2000}+){0,20}+)}}");

    private Holes() {}

    /** A hole never holds another one. */
    static String of(String name) {
        return "${" + name.replace("${", "").replace("{", "").replace("}", "") + "}";
    }

    static boolean isIn(String text) {
        return HOLE.matcher(text).find();
    }

    /** The names of the holes, in order. */
    static List<String> names(String text) {
        return HOLE.matcher(text).results().map(match -> match.group(1)).toList();
    }

    /** The parts between delimiters; what stands in a hole is none. */
    static List<String> split(String text, String delimiter) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int at = 0;
        boolean mayHoldHoles = true;
        while (at < text.length()) {
            if (mayHoldHoles && text.startsWith("${", at)) {
                int end = text.indexOf('}', at);
                mayHoldHoles = end >= 0;
                at = mayHoldHoles ? end + 1 : at + 1;
            } else if (!delimiter.isEmpty() && text.startsWith(delimiter, at)) {
                parts.add(text.substring(start, at));
                at += delimiter.length();
                start = at;
            } else {
                at++;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** Dynamic references become holes: what they stand for is never in the template. */
    static String withoutDynamicReferences(String text) {
        return text.contains("{{resolve:")
                ? DYNAMIC.matcher(text).replaceAll(match -> Matcher.quoteReplacement(of(match.group(1))))
                : text;
    }
}

package io.github.lambdadb.frontend.config;

import io.github.lambdadb.knowledge.FrameworkModel.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Splits keys into parts and tells which spellings of a part are the same to a framework. */
record KeySpelling(Keys keys) {
    private static final char BORDER = '\0';

    /** The parts of a key: {@code a.b[0]."c.d"} is {@code a}, {@code b}, {@code [0]}, {@code c.d}. */
    static List<String> parts(String key) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int at = 0;
        while (at < key.length()) {
            char c = key.charAt(at);
            int end = c == '"' ? key.indexOf('"', at + 1) : c == '[' ? key.indexOf(']', at) : -1;
            if (end > at && c == '"') {
                part.append(key, at + 1, end);
                at = end;
            } else if (end > at) {
                addTo(parts, part);
                part.append(bracket(key.substring(at + 1, end)));
                at = end;
            } else if (c == '.') {
                addTo(parts, part);
            } else {
                part.append(c);
            }
            at++;
        }
        addTo(parts, part);
        return parts;
    }

    private static void addTo(List<String> parts, StringBuilder part) {
        if (!part.isEmpty()) {
            parts.add(part.toString());
            part.setLength(0);
        }
    }

    /** The part that stands in brackets: an index keeps them, a name does not need them. */
    static String bracket(String inner) {
        return !inner.isEmpty() && inner.chars().allMatch(c -> c >= '0' && c <= '9') ? "[" + inner + "]" : inner;
    }

    /** The parts as one key, with quotes where a part has a dot. */
    static String text(List<String> parts) {
        return parts.stream()
                .map(part -> part.contains(".") ? "\"" + part + "\"" : part)
                .collect(Collectors.joining("."));
    }

    /** What all spellings of a key have in common. */
    String canonical(List<String> parts) {
        return parts.stream().map(this::canonical).collect(Collectors.joining(String.valueOf(BORDER)));
    }

    /** The key of something below a prefix. */
    static String child(String prefix, String rest) {
        return prefix.isEmpty() ? rest : prefix + "." + rest;
    }

    /** Whether the canonical key is the canonical prefix or has further parts. */
    static boolean isAtOrBelow(String key, String prefix) {
        return key.equals(prefix) || isBelow(key, prefix);
    }

    /** Everything is below nothing. */
    static boolean isBelow(String key, String prefix) {
        return prefix.isEmpty()
                || (key.length() > prefix.length() && key.startsWith(prefix) && key.charAt(prefix.length()) == BORDER);
    }

    private String canonical(String part) {
        return switch (keys) {
            case RELAXED -> part.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
            case HYPHENATED -> hyphenated(part);
            case EXACT -> part;
        };
    }

    /** The part as the framework's documentation would spell it, as far as the written one tells. */
    String shown(String part) {
        return keys == Keys.EXACT ? part : hyphenated(part);
    }

    private static String hyphenated(String part) {
        StringBuilder kebab = new StringBuilder();
        char last = '-';
        for (int at = 0; at < part.length(); at++) {
            char c = part.charAt(at) == '_' ? '-' : part.charAt(at);
            if (Character.isUpperCase(c) && last != '-' && !Character.isUpperCase(last)) {
                kebab.append('-');
            }
            kebab.append(Character.toLowerCase(c));
            last = c;
        }
        return kebab.toString();
    }
}

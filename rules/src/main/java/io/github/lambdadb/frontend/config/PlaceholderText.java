package io.github.lambdadb.frontend.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Texts with placeholders: where they begin and end. */
final class PlaceholderText {
    private static final int LONGEST_NAME = 100;

    /** A piece of text, or the inside of a placeholder. */
    record Part(String text, boolean isName) {}

    private PlaceholderText() {}

    /** The pieces of the text in order; what is not closed is plain text, and so is what follows a backslash. */
    static List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        int plain = 0;
        int start = text.indexOf("${");
        while (start >= 0) {
            int end = end(text, start + 2);
            if (end < 0) {
                break;
            }
            if (start > 0 && text.charAt(start - 1) == '\\') {
                parts.add(new Part(text.substring(plain, start - 1), false));
                plain = start;
                start = text.indexOf("${", start + 2);
                continue;
            }
            parts.add(new Part(text.substring(plain, start), false));
            parts.add(new Part(text.substring(start + 2, end), true));
            plain = end + 1;
            start = text.indexOf("${", plain);
        }
        parts.add(new Part(text.substring(plain), false));
        return parts;
    }

    /** The words that commas outside of placeholders separate. */
    static List<String> list(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (Part part : parts(text)) {
            String[] pieces = part.isName()
                    ? new String[] {"${" + part.text() + "}"}
                    : part.text().split(",", -1);
            for (int i = 0; i < pieces.length; i++) {
                if (i > 0) {
                    words.add(word.toString().strip());
                    word.setLength(0);
                }
                word.append(pieces[i]);
            }
        }
        words.add(word.toString().strip());
        words.removeIf(String::isEmpty);
        return words;
    }

    /** The inside of the placeholder that the whole text is. */
    static Optional<String> wholeName(String text) {
        List<Part> parts = parts(text).stream()
                .filter(part -> part.isName() || !part.text().isEmpty())
                .toList();
        return parts.size() == 1 && parts.get(0).isName()
                ? Optional.of(parts.get(0).text())
                : Optional.empty();
    }

    /** Where the default begins: the colon, or the end when there is none. */
    static int colon(String inside) {
        int depth = 0;
        for (int at = 0; at < inside.length(); at++) {
            char c = inside.charAt(at);
            if (inside.startsWith("${", at)) {
                depth++;
            } else if (c == '}') {
                depth--;
            } else if (c == ':' && depth == 0) {
                return at;
            }
        }
        return inside.length();
    }

    private static int end(String text, int from) {
        int depth = 0;
        for (int at = from; at < text.length(); at++) {
            if (text.startsWith("${", at)) {
                depth++;
            } else if (text.charAt(at) == '}' && depth-- == 0) {
                return at;
            }
        }
        return -1;
    }

    /** The text with the names that the build replaces as holes. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        int plain = 0;
        int start = text.indexOf(ConfigFiles.FILTERED);
        int end = text.indexOf(ConfigFiles.FILTERED, start + 1);
        while (start >= 0 && end >= 0) {
            shown.append(text, plain, start).append(hole(text.substring(start + 1, end)));
            plain = end + 1;
            start = text.indexOf(ConfigFiles.FILTERED, plain);
            end = text.indexOf(ConfigFiles.FILTERED, start + 1);
        }
        return shown.append(text, plain, text.length()).toString();
    }

    /** A name as it stands for what is not known. */
    static String hole(String name) {
        String bare = name.replace("${", "").replace("{", "").replace("}", "").strip();
        return "${" + bare.substring(0, Math.min(bare.length(), LONGEST_NAME)) + "}";
    }
}

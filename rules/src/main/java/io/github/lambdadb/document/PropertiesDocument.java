package io.github.lambdadb.document;

import io.github.lambdadb.document.Node.Entry;
import io.github.lambdadb.document.Node.Mapping;
import io.github.lambdadb.document.Node.Scalar;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the text of a {@code .properties} file as {@link java.util.Properties} does, and keeps the places. It never fails:
 * a malformed {@code \}{@code u} escape stays as it is written.
 */
public final class PropertiesDocument {
    private final String file;
    private final List<String> lines;
    private final List<Entry> entries = new ArrayList<>();

    private PropertiesDocument(String file, String text) {
        this.file = file;
        this.lines = text.lines().toList();
    }

    /** The keys and values of the text, in order; a key may stand twice, the last one counts. */
    public static Mapping parse(String file, String text) {
        PropertiesDocument document = new PropertiesDocument(file, text);
        int line = 0;
        while (line < document.lines.size()) {
            line = document.readFrom(line);
        }
        return new Mapping(document.entries, "", Location.ofLine(file, 1));
    }

    /** Reads the logical line that starts there, and returns the number of the next. */
    private int readFrom(int first) {
        String start = withoutIndent(lines.get(first));
        if (start.isEmpty() || start.charAt(0) == '#' || start.charAt(0) == '!') {
            return first + 1;
        }
        if (start.equals("\\") && first + 1 < lines.size()) {
            return first + 1; // the JDK takes the next line as a new one, which may be a comment
        }
        StringBuilder logical = new StringBuilder();
        int last = first;
        String line = start;
        while (continues(line)) {
            logical.append(line, 0, line.length() - 1);
            last++;
            line = last < lines.size() ? withoutIndent(lines.get(last)) : "";
        }
        logical.append(line);
        addEntry(logical.toString(), first, Math.min(last, lines.size() - 1));
        return last + 1;
    }

    private static boolean continues(String line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private void addEntry(String line, int first, int last) {
        int keyEnd = 0;
        while (keyEnd < line.length() && " \t\f=:".indexOf(line.charAt(keyEnd)) < 0) {
            keyEnd += line.charAt(keyEnd) == '\\' ? 2 : 1;
        }
        keyEnd = Math.min(keyEnd, line.length());
        int valueStart = skipBlank(line, keyEnd);
        if (valueStart < line.length() && "=:".indexOf(line.charAt(valueStart)) >= 0) {
            valueStart = skipBlank(line, valueStart + 1);
        }
        String raw = lines.get(first);
        int column = skipBlank(raw, 0) + 1;
        Location place =
                new Location(file, first + 1, column, last + 1, lines.get(last).length() + 1);
        entries.add(new Entry(
                new Scalar(unescape(line.substring(0, keyEnd)), true, "", place),
                new Scalar(unescape(line.substring(valueStart)), true, "", place)));
    }

    private static String withoutIndent(String line) {
        return line.substring(skipBlank(line, 0));
    }

    private static int skipBlank(String line, int from) {
        int at = from;
        while (at < line.length() && " \t\f".indexOf(line.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            boolean escapes = text.charAt(at) == '\\' && at + 1 < text.length();
            String code = escapes && text.startsWith("u", at + 1) && at + 6 <= text.length()
                    ? text.substring(at + 2, at + 6)
                    : "";
            if (code.matches("[0-9a-fA-F]{4}")) {
                plain.append((char) Integer.parseInt(code, 16));
                at += 6;
            } else if (escapes) {
                plain.append(unescape(text.charAt(at + 1)));
                at += 2;
            } else {
                plain.append(text.charAt(at));
                at++;
            }
        }
        return plain.toString();
    }

    private static String unescape(char escaped) {
        return switch (escaped) {
            case 't' -> "\t";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 'f' -> "\f";
            case 'u' -> "\\u";
            default -> String.valueOf(escaped);
        };
    }
}

package io.github.lambdadb.report.baseline;

import io.github.lambdadb.issue.Baseline;
import io.github.lambdadb.issue.Baseline.Entry;
import io.github.lambdadb.report.Redaction;
import java.util.stream.Collectors;

/**
 * A baseline as JSON, made to be reviewed and merged: one line a finding, the lines sorted, and nothing in them that
 * changes when the finding does not.
 */
public final class BaselineText {
    static final int FORMAT_VERSION = 1;

    private BaselineText() {}

    /** The same findings, the same text. */
    public static String of(Baseline baseline) {
        String lines = baseline.entries().stream()
                .map(BaselineText::line)
                .sorted()
                .map(line -> "\n    " + line)
                .collect(Collectors.joining(","));
        return "{\n  \"formatVersion\": " + FORMAT_VERSION + ",\n  \"findings\": [" + lines
                + (lines.isEmpty() ? "" : "\n  ") + "]\n}\n";
    }

    private static String line(Entry entry) {
        return "{ \"file\": " + quoted(entry.file())
                + ", \"rule\": " + quoted(entry.rule())
                + ", \"member\": " + quoted(Redaction.of(entry.member()))
                + ", \"name\": " + quoted(Redaction.of(entry.name()))
                + ", \"fingerprint\": " + quoted(entry.fingerprint()) + " }";
    }

    /** Letters stay as they are; what a reader would not see, or would be misled by, is written by its number. */
    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
            } else if (isHidden(c)) {
                Character.toString(c).chars().forEach(unit -> json.append("\\u%04x".formatted(unit)));
            } else {
                json.appendCodePoint(c);
            }
        });
        return json.append('"').toString();
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}

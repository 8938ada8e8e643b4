package io.github.lambdadb.report;

import java.util.ArrayList;
import java.util.List;

/** Text for a terminal: one line each, no control characters, at most 73 columns where words allow it: 80 less what Maven puts in front. */
public final class Wrapped {
    private static final int WIDTH = 73;

    private Wrapped() {}

    /** The text on one line: analysed code must not move the cursor or fake a line of the build's log. */
    public static String line(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        Redaction.of(text).codePoints().forEach(c -> {
            boolean isHidden = Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.LINE_SEPARATOR
                    || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
            clean.appendCodePoint(isHidden ? ' ' : c);
        });
        return clean.toString();
    }

    /** Words after a first prefix; further lines begin with as many spaces. */
    public static List<String> words(String prefix, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(prefix);
        boolean isEmpty = true;
        for (String word : line(text).strip().split(" +", -1)) {
            if (!isEmpty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(prefix.length()));
                isEmpty = true;
            }
            line.append(isEmpty ? "" : " ").append(word);
            isEmpty = false;
        }
        lines.add(line.toString());
        return lines;
    }
}

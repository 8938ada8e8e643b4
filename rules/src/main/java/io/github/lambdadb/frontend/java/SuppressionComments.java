package io.github.lambdadb.frontend.java;

import io.github.lambdadb.source.Location;
import io.github.lambdadb.source.SuppressionMark;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the marks {@code lambda-db:allow RULE -- reason} from the comments of a Java file. */
final class SuppressionComments {
    private static final String MARK = "lambda-db:allow";

    private final String file;
    private final byte[] bytes;
    private final int length;
    private final List<SuppressionMark> marks = new ArrayList<>();
    /** Marks whose last line is not known before the next line of code is met. */
    private final List<SuppressionMark> open = new ArrayList<>();

    private int line = 1;
    private int lineStart;
    private int counted;

    private SuppressionComments(String file, byte[] bytes, int length) {
        this.file = file;
        this.bytes = bytes;
        this.length = length;
    }

    static List<SuppressionMark> read(String file, byte[] bytes, int length) {
        SuppressionComments comments = new SuppressionComments(file, bytes, length);
        comments.run();
        return comments.marks;
    }

    private void run() {
        JavaWords words = new JavaWords(bytes, length);
        int kind = words.next();
        while (kind != JavaWords.END) {
            if (kind == JavaWords.COMMENT) {
                comment(words.start(), words.end());
            } else {
                advance(words.start());
                code(line);
            }
            kind = words.next();
        }
        code(Integer.MAX_VALUE);
    }

    /** Closes the marks that stand on a line before this line of code. */
    private void code(int codeLine) {
        if (open.isEmpty()) {
            return;
        }
        List<SuppressionMark> closed =
                open.stream().filter(mark -> mark.lastLine() < codeLine).toList();
        for (SuppressionMark mark : closed) {
            int last = codeLine == Integer.MAX_VALUE ? mark.lastLine() : codeLine;
            marks.add(new SuppressionMark(
                    mark.location(), mark.form(), mark.rule(), mark.reason(), mark.firstLine(), last));
        }
        open.removeAll(closed);
    }

    private void comment(int start, int end) {
        String text = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        for (int at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + 1)) {
            int rest = at + MARK.length();
            boolean isWord = rest < text.length() && Character.isWhitespace(text.charAt(rest));
            if (isWord) {
                int lineEnd = endOfLine(text, rest);
                advance(start + at);
                Location place = new Location(file, line, column(start + at), line, column(start + lineEnd));
                String body = new String(bytes, start + rest, lineEnd - rest, StandardCharsets.UTF_8);
                int further =
                        (int) text.substring(at).chars().filter(c -> c == '\n').count();
                add(place, body, line + further);
            }
        }
    }

    private void add(Location place, String body, int lastLine) {
        int dashes = body.indexOf("--");
        String reason = dashes < 0 ? "" : body.substring(dashes + 2).strip();
        for (String rule : (dashes < 0 ? body : body.substring(0, dashes)).split(",", -1)) {
            if (!rule.isBlank()) {
                open.add(new SuppressionMark(
                        place, SuppressionMark.Form.COMMENT, rule.strip(), reason, place.line(), lastLine));
            }
        }
    }

    private static int endOfLine(String text, int from) {
        int end = text.endsWith("*/") ? text.length() - 2 : text.length();
        for (int i = from; i < end; i++) {
            if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                return i;
            }
        }
        return Math.max(from, end);
    }

    private int column(int offset) {
        return new String(bytes, lineStart, offset - lineStart, StandardCharsets.UTF_8).length() + 1;
    }

    /** Counts lines up to the offset; offsets never go back by more than the comment in hand. */
    private void advance(int offset) {
        while (counted < offset) {
            if (bytes[counted++] == '\n') {
                line++;
                lineStart = counted;
            }
        }
    }
}

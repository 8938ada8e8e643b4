package io.github.lambdadb.document;

import io.github.lambdadb.source.Location;
import io.github.lambdadb.source.SuppressionMark;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the marks {@code lambda-db:allow RULE -- reason} from comments of YAML, properties, Terraform and XML. A mark at the end
 * of a line is about that line, one alone about the next line that is no comment.
 */
public final class MarkedText {
    /** What begins a comment, and the mark in it, to the end of the line or of the comment. */
    private static final Pattern MARK =
            Pattern.compile("(#|//|!|<!--)[^#]{0,80}?lambda-db:allow\\s([^\\r\\n]{1,500}?)\\s*(-->.*|\\*/.*)?$");

    private static final Pattern COMMENT = Pattern.compile("\\s*(#|//|!|<!--|/?\\*).*");

    private MarkedText() {}

    /** The marks, in the order of the lines. */
    public static List<SuppressionMark> marks(String file, String text) {
        List<String> lines = text.lines().toList();
        List<SuppressionMark> marks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher mark = MARK.matcher(lines.get(i));
            if (lines.get(i).length() <= 2_000 && mark.find()) {
                boolean isAlone = lines.get(i).substring(0, mark.start()).isBlank();
                Location place = new Location(file, i + 1, mark.start() + 1, i + 1, mark.end() + 1);
                marks.addAll(of(place, mark.group(2), isAlone ? next(lines, i) + 1 : i + 1));
            }
        }
        return marks;
    }

    private static List<SuppressionMark> of(Location place, String body, int lastLine) {
        int dashes = body.indexOf("--");
        String reason = dashes < 0 ? "" : body.substring(dashes + 2).strip();
        List<SuppressionMark> marks = new ArrayList<>();
        for (String rule : (dashes < 0 ? body : body.substring(0, dashes)).split(",", -1)) {
            if (!rule.isBlank()) {
                marks.add(new SuppressionMark(
                        place, SuppressionMark.Form.COMMENT, rule.strip(), reason, place.line(), lastLine));
            }
        }
        return marks;
    }

    private static int next(List<String> lines, int from) {
        int next = from + 1;
        while (next < lines.size()
                && (lines.get(next).isBlank()
                        || COMMENT.matcher(lines.get(next)).matches())) {
            next++;
        }
        return Math.min(next, lines.size() - 1);
    }
}

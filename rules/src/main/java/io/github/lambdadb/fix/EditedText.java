package io.github.lambdadb.fix;

import io.github.lambdadb.issue.Fix;
import io.github.lambdadb.issue.TextEdit;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Applies edits to texts; everything that is not edited stays as it is, character for character. */
public final class EditedText {
    private EditedText() {}

    /**
     * The text after the edits, which may stand in any order.
     *
     * @param edits of this one file; of two that are equal one is applied, and no two others touch each other
     */
    public static String of(String text, Collection<TextEdit> edits) {
        SourceText before = new SourceText("", text);
        List<TextEdit> backwards = new ArrayList<>(edits.stream().distinct().toList());
        backwards.sort(Comparator.comparing(TextEdit::range).reversed());
        StringBuilder after = new StringBuilder(text);
        for (TextEdit edit : backwards) {
            Location range = edit.range();
            after.replace(
                    before.offset(range.line(), range.column()),
                    before.offset(range.endLine(), range.endColumn()),
                    edit.replacement());
        }
        return after.toString();
    }

    /** Whether both can be applied at once: none changes, or begins or ends at, a place of the other. */
    public static boolean areApart(Fix one, Fix other) {
        return one.edits().stream()
                .allMatch(edit -> other.edits().stream().allMatch(each -> areApart(edit.range(), each.range())));
    }

    private static boolean areApart(Location one, Location other) {
        return !one.file().equals(other.file()) || isBefore(one, other) || isBefore(other, one);
    }

    private static boolean isBefore(Location one, Location other) {
        return one.endLine() < other.line() || (one.endLine() == other.line() && one.endColumn() < other.column());
    }
}

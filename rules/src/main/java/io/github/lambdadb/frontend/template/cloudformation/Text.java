package io.github.lambdadb.frontend.template.cloudformation;

import io.github.lambdadb.document.Node.Scalar;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.List;

/**
 * A text that an expression comes to, with <code>${Name}</code> for what the template does not tell.
 *
 * @param at where the expression stands
 * @param before what leads there
 * @param after what leads from there to the line that sets the text; nothing when it is set in place
 * @param isAssumed whether it holds only as long as nobody overrides a parameter's default
 */
record Text(String text, Location at, Evidence before, Evidence after, boolean isAssumed) {
    private static final int LONGEST = 32 * 1024;

    static Text of(Scalar scalar) {
        return inPlace(scalar.text(), scalar.location());
    }

    static Text inPlace(String text, Location at) {
        return new Text(text, at, Evidence.none(), Evidence.none(), false);
    }

    /** What stands for something that the template does not tell. */
    static Text hole(String name, Location at) {
        return inPlace(Holes.of(name), at);
    }

    /** The same text used elsewhere; {@code what} is said of the place where it stood. */
    Text usedAt(Location user, String what) {
        return new Text(
                text, user, Evidence.none(), before.then(Evidence.of(at, what)).then(after), isAssumed);
    }

    /** The same text from another place of the same line of reasoning. */
    Text at(Location place) {
        return new Text(text, place, before, after, isAssumed);
    }

    Text with(String other) {
        return new Text(other, at, before, after, isAssumed);
    }

    Text assumed() {
        return new Text(text, at, before, after, true);
    }

    /** All steps; {@code what} is said of the expression. */
    Evidence evidence(String what) {
        return before.then(Evidence.of(at, what)).then(after);
    }

    /** These one after the other, as the expression at that place puts them together. */
    static Alternatives<Text> joined(List<Text> parts, String delimiter, Location at, Budget budget) {
        if (parts.size() == 1) {
            return Alternatives.of(parts.get(0));
        }
        StringBuilder text = new StringBuilder();
        Evidence before = Evidence.none();
        boolean isAssumed = false;
        for (int i = 0; i < parts.size(); i++) {
            Text part = parts.get(i);
            text.append(i == 0 ? "" : delimiter).append(part.text());
            before = before.then(part.before()).then(part.after());
            isAssumed |= part.isAssumed();
            if (text.length() > LONGEST || !budget.mayHold(part.text().length())) {
                return Alternatives.obstacle(Obstacle.gap(at, "the text is too long to follow"));
            }
        }
        return Alternatives.of(new Text(text.toString(), at, before, Evidence.none(), isAssumed));
    }
}

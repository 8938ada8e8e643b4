package io.github.lambdadb.fix;

import io.github.lambdadb.issue.TextEdit;
import io.github.lambdadb.rule.Grade;
import java.util.List;

/**
 * A change of the text, and the judgement that it needs by itself, whatever it is for.
 *
 * @param least {@link Grade#REVIEW} where what is changed may be used for something else as well
 */
record Edits(List<TextEdit> edits, Grade least) {
    Edits {
        edits = List.copyOf(edits);
    }

    static Edits safe(TextEdit edit) {
        return new Edits(List.of(edit), Grade.SAFE);
    }
}

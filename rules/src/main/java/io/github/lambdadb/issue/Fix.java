package io.github.lambdadb.issue;

import io.github.lambdadb.rule.Grade;
import java.util.List;

/**
 * A change of the files that ends an issue.
 *
 * @param description what it does, a clause in the imperative
 * @param edits of files below the analysed root, none of which overlaps another
 */
public record Fix(Grade grade, String description, List<TextEdit> edits) {
    public Fix {
        edits = List.copyOf(edits);
    }
}

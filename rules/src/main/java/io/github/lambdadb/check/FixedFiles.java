package io.github.lambdadb.check;

import io.github.lambdadb.issue.Issue;
import java.util.List;

/**
 * What came of fixes.
 *
 * @param fixed the issues that are gone, or less severe, in the order in which they were fixed
 * @param refused those whose fix did not end them, or started others
 * @param left the open issues that remain, those refused among them
 * @param files what has to be written, sorted by path
 */
public record FixedFiles(List<Issue> fixed, List<Issue> refused, List<Issue> left, List<ChangedFile> files) {
    /** A file by its path relative to the root, before and after. */
    public record ChangedFile(String file, String before, String after) {}

    public FixedFiles {
        fixed = List.copyOf(fixed);
        refused = List.copyOf(refused);
        left = List.copyOf(left);
        files = List.copyOf(files);
    }
}

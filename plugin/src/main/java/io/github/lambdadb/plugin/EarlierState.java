package io.github.lambdadb.plugin;

import io.github.lambdadb.check.CheckRequest;
import io.github.lambdadb.check.Checker;
import io.github.lambdadb.check.ConfigurationException;
import io.github.lambdadb.check.ScratchFolder;
import io.github.lambdadb.check.UserSetting;
import io.github.lambdadb.issue.Baseline;
import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.issue.Issue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * What the same check finds in the sources as a git reference has them. They are unpacked into a folder of their own that is
 * deleted afterwards; libraries, parameters and the layout of the module are today's.
 */
record EarlierState(CheckRequest today, UserSetting reference) {
    /** Fails if the reference is not there, even if nothing was found that could be compared with it. */
    Baseline baseline(CheckReport report) throws MojoExecutionException {
        Path root = today.root();
        if (!Files.exists(root.resolve(".git"))) {
            throw new ConfigurationException("'newSince' cannot be '" + reference.value() + "' (set "
                    + reference.where() + "): " + root + " is not in a git repository.");
        }
        Git git = Git.of(root)
                .orElseThrow(() -> new ConfigurationException("'newSince' (set " + reference.where()
                        + ") needs the program 'git', which is not on the PATH."));
        GitReference name = new GitReference(git, reference);
        try {
            GitTree tree = new GitTree(git, name.commit());
            boolean isOpen = report.issues().stream().anyMatch(Issue::isOpen);
            return isOpen ? compared(tree) : BaselineFile.nothing();
        } catch (IOException unreadable) {
            throw new MojoExecutionException(
                    name.refused("its files cannot be read: " + unreadable.getMessage())
                            .getMessage(),
                    unreadable);
        }
    }

    private Baseline compared(GitTree tree) throws IOException {
        try (ScratchFolder scratch = ScratchFolder.create()) {
            Path folder = scratch.path();
            tree.unpack(
                    Stream.of(today.ownRoots(), today.siblingRoots(), today.resourceRoots())
                            .flatMap(List::stream)
                            .filter(root -> root.startsWith(today.root()))
                            .map(today::relative)
                            .distinct()
                            .toList(),
                    folder);
            CheckReport report = Checker.check(today.movedTo(folder));
            // what the code silenced then was not accepted for when it does not any more
            return Baseline.of(report.issues().stream().filter(Issue::isOpen).toList());
        }
    }
}

package io.github.lambdadb.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.eclipse.aether.SessionData;

/** Sees to it that what a goal changes can be told from what was changed before, and undone. */
record CleanTree(Maven maven) {
    private static final String CHECKED = "lambda-db:clean-tree";

    /** Refuses tracked files with changes; once in a build, since the goal itself changes files. */
    void check(boolean mayBeDirty) throws MojoExecutionException {
        Path root = RepositoryRoot.of(maven);
        SessionData data = maven.session().getRepositorySession().getData();
        if (mayBeDirty || !Files.exists(root.resolve(".git")) || !data.set(CHECKED, null, root)) {
            return;
        }
        Optional<Git> git = Git.of(root);
        if (git.isEmpty()) {
            return;
        }
        try {
            String changed = git.get()
                    .ask("status", "--porcelain", "--untracked-files=no")
                    .text();
            if (!changed.isEmpty()) {
                throw new MojoExecutionException("The working tree of " + root
                        + " has changes that are not committed ("
                        + changed.lines().findFirst().orElse("").strip()
                        + "). Commit or stash them first, or set -Dlambda-db.fix.allowDirty=true.");
            }
        } catch (IOException unreadable) {
            throw new MojoExecutionException("Git cannot be asked about " + root + ": " + unreadable, unreadable);
        }
    }
}

package io.github.lambdadb.plugin;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that reported paths are relative to: the repository's, or else the build's. */
final class RepositoryRoot {
    private RepositoryRoot() {}

    static Path of(Maven maven) {
        Path folder = maven.folder();
        for (Path above = folder; above != null; above = above.getParent()) {
            if (Files.exists(above.resolve(".git"))) {
                return above;
            }
        }
        File declared = maven.session().getRequest().getMultiModuleProjectDirectory();
        Path build = declared == null ? maven.top() : Maven.absolute(declared.toPath());
        return folder.startsWith(build) ? build : folder;
    }
}

package io.github.lambdadb.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The folders in which a module is configured. */
final class Upward {
    private Upward() {}

    /** The module's own, those above it, and the root last. */
    static List<Path> folders(Path root, Path module) {
        List<Path> folders = new ArrayList<>();
        @Nullable Path folder = module;
        while (folder != null && folder.startsWith(root)) {
            folders.add(folder);
            folder = folder.getParent();
        }
        return folders;
    }
}

package io.github.lambdadb.frontend.java;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the source roots below a folder without a build file: a file's package tells which folder its path starts at. */
public final class SourceRoots {
    private static final Set<String> SKIPPED = Set.of("target", "build", "node_modules", "out", "bin");
    private static final Set<String> TESTS = Set.of("test", "tests", "tst", "androidTest", "integrationTest");
    private static final int DEEPEST = 60;
    private static final int MOST_FILES = 200_000;

    private SourceRoots() {}

    /** The source roots, sorted; folders that cannot be read hold none. */
    public static List<Path> find(Path folder, boolean includeTests) {
        Path top = folder.toAbsolutePath().normalize();
        Search search = new Search(top, includeTests);
        try {
            Files.walkFileTree(top, Set.of(), DEEPEST, search);
        } catch (IOException e) {
            // the visitor goes on after every failure, so this is the folder itself: nothing was found in it
            return List.of();
        }
        return List.copyOf(search.roots);
    }

    private static final class Search extends SimpleFileVisitor<Path> {
        private final Path top;
        private final boolean includeTests;
        private final TreeSet<Path> roots = new TreeSet<>();
        private final SourceBytes bytes = new SourceBytes();
        private int files;

        Search(Path top, boolean includeTests) {
            this.top = top;
            this.includeTests = includeTests;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (folder.equals(top)) {
                return FileVisitResult.CONTINUE;
            }
            String name = folder.getFileName().toString();
            boolean isInside = roots.stream().anyMatch(folder::startsWith);
            // below a root, "build" or "test" may well be a package
            boolean isSkipped = name.startsWith(".") || (!isInside && SKIPPED.contains(name));
            boolean isTest = !isInside && !includeTests && TESTS.contains(name);
            return isSkipped || isTest ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            if (!name.endsWith(".java") || !attributes.isRegularFile() || name.equals("module-info.java")) {
                return FileVisitResult.CONTINUE;
            }
            if (++files > MOST_FILES) {
                return FileVisitResult.TERMINATE;
            }
            root(file).filter(root -> root.startsWith(top)).ifPresent(roots::add);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            // it will be met again, and told as a gap, if it lies in a root
            return FileVisitResult.CONTINUE;
        }

        /** The folder that the file's package starts at; the file's own folder when the two do not fit. */
        private Optional<Path> root(Path file) {
            Path folder = file.getParent();
            if (folder == null || roots.contains(folder)) {
                return Optional.ofNullable(folder);
            }
            String packageName = packageOf(file);
            Path packagePath = Path.of(packageName.replace('.', '/'));
            if (packageName.isEmpty() || !folder.endsWith(packagePath)) {
                return Optional.of(folder);
            }
            Path root = folder;
            for (int i = 0; i < packagePath.getNameCount() && root != null; i++) {
                root = root.getParent();
            }
            return Optional.ofNullable(root);
        }

        private String packageOf(Path file) {
            try {
                return bytes.read(file) ? HeaderScan.packageOf(bytes.bytes(), bytes.length()) : "";
            } catch (IOException e) {
                return "";
            }
        }
    }
}

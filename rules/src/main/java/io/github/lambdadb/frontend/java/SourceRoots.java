package io.github.lambdadb.frontend.java;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the source roots below a folder without a build file: a file's package tells which folder its path starts at. */
public final class SourceRoots {
    private static final Set<String> SKIPPED = Set.of("target", "build", "node_modules", "out", "bin");
    private static final Set<String> TESTS = Set.of("test", "tests", "tst", "androidTest", "integrationTest");
    /** What build tools keep apart from Java below {@code src/main}: nothing there is read, but it is counted. */
    private static final Set<String> OTHER_LANGUAGES = Set.of("kotlin", "scala", "groovy");

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
            if (!folder.equals(top) && isSkipped(folder)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (isOtherLanguages(folder)) {
                roots.add(folder);
                return FileVisitResult.SKIP_SUBTREE;
            }
            Optional<Path> root = root(folder).filter(found -> found.startsWith(top));
            root.ifPresent(roots::add);
            // folders below a package are its packages, and need no look of their own
            return root.isPresent() && !root.get().equals(folder)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        private boolean isOtherLanguages(Path folder) {
            Path kind = folder.getParent();
            return kind != null
                    && OTHER_LANGUAGES.contains(folder.getFileName().toString())
                    && kind.endsWith(Path.of("src", includeTests && kind.endsWith("test") ? "test" : "main"));
        }

        private boolean isSkipped(Path folder) {
            String name = folder.getFileName().toString();
            if (name.startsWith(".")) {
                return true;
            }
            // below a root, "build" or "test" may well be a package
            boolean isInside = roots.stream().anyMatch(folder::startsWith);
            return !isInside && (SKIPPED.contains(name) || (!includeTests && TESTS.contains(name)));
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return isJava(file) && ++files > MOST_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            // it will be met again, and told as a gap, if it lies in a root
            return FileVisitResult.CONTINUE;
        }

        /**
         * The folder that the package of the folder's files starts at; the folder itself when no file fits. One file that
         * fits answers for all beside it, so that a large tree is not read twice.
         */
        private Optional<Path> root(Path folder) {
            Optional<Path> root = Optional.empty();
            for (Path file : javaFiles(folder)) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    root = Optional.of(folder);
                    Path packagePath = Path.of(packageOf(file).replace('.', '/'));
                    if (!packagePath.toString().isEmpty() && folder.endsWith(packagePath)) {
                        return above(folder, packagePath.getNameCount());
                    }
                }
            }
            return root;
        }

        private static Optional<Path> above(Path folder, int levels) {
            Path root = folder;
            for (int i = 0; i < levels && root != null; i++) {
                root = root.getParent();
            }
            return Optional.ofNullable(root);
        }

        /** Sorted, so that the same folder has the same roots everywhere. */
        private static List<Path> javaFiles(Path folder) {
            try (Stream<Path> entries = Files.list(folder)) {
                return entries.filter(Search::isJava).limit(MOST_FILES).sorted().toList();
            } catch (IOException | UncheckedIOException e) {
                // it will be met again, and told as a gap, if it lies in a root
                return List.of();
            }
        }

        private static boolean isJava(Path file) {
            String name = file.getFileName().toString();
            return name.endsWith(".java") && !name.equals("module-info.java");
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

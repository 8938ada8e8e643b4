package io.github.lambdadb.frontend.java;

import io.github.lambdadb.facts.Gap;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Walks source roots for Java files and counts what is written in other languages of the JVM beside them. */
final class RootWalk {
    private static final int FILE_LIMIT = 200_000;
    private static final int DEEPEST = 100;
    private static final Map<String, String> OTHER_LANGUAGES =
            Map.of(".kt", "Kotlin", ".scala", "Scala", ".groovy", "Groovy");

    private final JavaInputs inputs;
    private final GapLog gaps;
    private final Map<String, TreeMap<String, Path>> others = new TreeMap<>();
    private final Set<Path> searched = new LinkedHashSet<>();

    RootWalk(JavaInputs inputs, GapLog gaps) {
        this.inputs = inputs;
        this.gaps = gaps;
    }

    /** The Java files below the root, sorted. */
    List<Path> files(Path root) {
        List<Path> files = new ArrayList<>();
        walk(root, files);
        Path parent = root.getParent();
        for (String language : List.of("kotlin", "scala", "groovy")) {
            if (parent != null && searched.add(parent.resolve(language))) {
                walk(parent.resolve(language), new ArrayList<>());
            }
        }
        files.sort(null);
        return files;
    }

    /** The files in languages that are not read, by their reported names, as far as the roots were walked. */
    Map<String, Path> otherLanguages() {
        Map<String, Path> all = new TreeMap<>();
        others.values().forEach(all::putAll);
        return all;
    }

    /** One gap for all files in languages that are not read. */
    void reportOtherLanguages() {
        if (others.isEmpty()) {
            return;
        }
        List<String> counts = new ArrayList<>();
        TreeSet<String> all = new TreeSet<>();
        others.forEach((language, files) -> {
            counts.add(files.size() + " " + language + (files.size() == 1 ? " file" : " files"));
            all.addAll(files.keySet());
        });
        gaps.add(Gap.Kind.OTHER_LANGUAGE, all.first(), String.join(", ", counts) + "; only Java is analysed.");
    }

    private void walk(Path root, List<Path> files) {
        if (!Files.isDirectory(root)) {
            return;
        }
        try {
            Path real = root.toRealPath();
            Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, new Visitor(root, real, files));
        } catch (IOException e) {
            unreadable(root, e);
        }
    }

    private void unreadable(Path path, IOException e) {
        String reason = e instanceof FileSystemLoopException
                ? "A symbolic link leads back to a folder above it."
                : "The path cannot be read: " + e.getClass().getSimpleName() + ".";
        gaps.add(Gap.Kind.UNREADABLE_FILE, inputs.reported(path), reason);
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Path realRoot;
        private final List<Path> files;

        Visitor(Path root, Path realRoot, List<Path> files) {
            this.root = root;
            this.realRoot = realRoot;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            if (folder.equals(root) || !Files.isSymbolicLink(folder)) {
                return FileVisitResult.CONTINUE;
            }
            if (folder.toRealPath().startsWith(realRoot)) {
                return FileVisitResult.CONTINUE;
            }
            gaps.add(
                    Gap.Kind.UNREADABLE_FILE,
                    inputs.reported(folder),
                    "A symbolic link that leaves the source root is not followed.");
            return FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            int dot = name.lastIndexOf('.');
            String ending = dot < 0 ? "" : name.substring(dot);
            if (ending.equals(".java")) {
                return java(file, attributes);
            }
            String language = OTHER_LANGUAGES.getOrDefault(ending, "");
            String reported = language.isEmpty() ? "" : inputs.reported(file);
            if (!language.isEmpty() && inputs.included().test(reported)) {
                others.computeIfAbsent(language, key -> new TreeMap<>()).put(reported, file);
            }
            return FileVisitResult.CONTINUE;
        }

        private FileVisitResult java(Path file, BasicFileAttributes attributes) {
            if (!attributes.isRegularFile()) {
                gaps.add(Gap.Kind.UNREADABLE_FILE, inputs.reported(file), "This is no regular file.");
                return FileVisitResult.CONTINUE;
            }
            if (files.size() >= FILE_LIMIT) {
                gaps.add(
                        Gap.Kind.BUDGET_EXHAUSTED,
                        inputs.reported(root),
                        "Only the first " + FILE_LIMIT + " files are read.");
                return FileVisitResult.TERMINATE;
            }
            files.add(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            unreadable(file, e);
            return FileVisitResult.CONTINUE;
        }
    }
}

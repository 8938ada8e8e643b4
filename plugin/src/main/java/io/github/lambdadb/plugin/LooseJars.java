package io.github.lambdadb.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The libraries of a source tree without a POM: the jars in folders that are called {@code lib} or {@code libs}. */
final class LooseJars extends SimpleFileVisitor<Path> {
    private static final int DEEPEST = 6;
    private static final int MOST = 300;
    private static final Set<String> HOLDING = Set.of("lib", "libs");
    private static final Set<String> BUILT = Set.of("target", "build", "out", "node_modules");

    private final List<Path> jars = new ArrayList<>();

    private LooseJars() {}

    static List<Path> below(Path folder) {
        LooseJars found = new LooseJars();
        try {
            Files.walkFileTree(folder, Set.of(), DEEPEST, found);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found.jars.stream().sorted().limit(MOST).toList();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        String name = String.valueOf(folder.getFileName());
        return name.startsWith(".") || BUILT.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        Path folder = file.getParent();
        boolean held = folder != null && HOLDING.contains(String.valueOf(folder.getFileName()));
        if (held && attributes.isRegularFile() && file.toString().endsWith(".jar")) {
            jars.add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    /** The reader of the sources tells of folders that cannot be read. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
        return FileVisitResult.CONTINUE;
    }
}

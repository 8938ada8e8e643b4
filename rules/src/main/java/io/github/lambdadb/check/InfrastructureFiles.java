package io.github.lambdadb.check;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The templates that the user names: files, folders or globs, relative to the repository. */
public final class InfrastructureFiles {
    private static final int MOST = 200_000;
    private static final Set<String> SKIPPED = Set.of(".git", "node_modules");

    private InfrastructureFiles() {}

    /** None if nothing is named. */
    public static List<Path> of(Path root, List<UserSetting> named) {
        if (named.isEmpty()) {
            return List.of();
        }
        SortedMap<String, Path> all = files(root);
        Set<Path> chosen = new TreeSet<>();
        for (UserSetting each : named) {
            Predicate<String> matches = PathFilter.of(List.of(folderOr(root, each)), List.of());
            List<Path> found = all.entrySet().stream()
                    .filter(file -> matches.test(file.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
            if (found.isEmpty()) {
                throw each.matchesNothing(all.keySet());
            }
            chosen.addAll(found);
        }
        return List.copyOf(chosen);
    }

    private static UserSetting folderOr(Path root, UserSetting named) {
        String plain = named.value().startsWith("./") ? named.value().substring(2) : named.value();
        boolean isGlob = plain.matches(".*[*?\\[{\\\\].*");
        boolean isFolder = !isGlob && Files.isDirectory(root.resolve(plain));
        return named.withValue(isFolder && !plain.endsWith("/") ? plain + "/" : plain);
    }

    private static SortedMap<String, Path> files(Path root) {
        SortedMap<String, Path> files = new TreeMap<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean isSkipped = SKIPPED.contains(String.valueOf(folder.getFileName()));
                    return isSkipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()) {
                        files.put(root.relativize(file).toString().replace('\\', '/'), file);
                    }
                    return files.size() < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            // the visitor passes over what it cannot read, so that this is the root itself: nothing is found in it
            return files;
        }
        return files;
    }
}

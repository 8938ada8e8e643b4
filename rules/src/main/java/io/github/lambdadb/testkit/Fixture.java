package io.github.lambdadb.testkit;

import io.github.lambdadb.check.Checker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A small project in a folder. One with a folder {@code src} is laid out as Maven does; otherwise the folder itself is the
 * root of its sources and of its resources.
 */
public record Fixture(Path folder) {

    public Fixture {
        folder = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("There is no folder " + folder + ".");
        }
    }

    /** All its files, sorted by path. */
    public List<Path> files() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The fixture " + folder + " cannot be read.", unreadable);
        }
    }

    /** Where its sources lie. */
    public List<Path> sourceRoots() {
        return hasMavenLayout() ? Checker.sourceRoots(folder, false) : List.of(folder);
    }

    /** Where its resources lie. */
    public List<Path> resourceRoots() {
        return List.of(hasMavenLayout() ? folder.resolve("src/main/resources") : folder);
    }

    /** Artifacts {@code group:artifact} with their versions, which its file {@code artifacts.yaml} adds to its class path. */
    public Map<String, String> artifacts() {
        Path file = folder.resolve("artifacts.yaml");
        if (!Files.exists(file)) {
            return Map.of();
        }
        Map<String, String> artifacts = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                int last = line.lastIndexOf(": ");
                if (last > 0 && !line.startsWith("#")) {
                    artifacts.put(
                            line.substring(0, last), line.substring(last + 2).strip());
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The file " + file + " cannot be read.", unreadable);
        }
        return artifacts;
    }

    /** The path as findings show it. */
    String relative(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private boolean hasMavenLayout() {
        return Files.isDirectory(folder.resolve("src"));
    }
}

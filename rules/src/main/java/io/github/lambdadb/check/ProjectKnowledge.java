package io.github.lambdadb.check;

import io.github.lambdadb.knowledge.KnowledgeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The knowledge files of a project: {@code .lambda-db/*.yaml} of the repository's root, of the module and of folders between. */
final class ProjectKnowledge {
    private static final String FOLDER = ".lambda-db";
    private static final int MOST = 200;

    private ProjectKnowledge() {}

    /** Sorted by path. */
    static List<KnowledgeFile> files(Path root, Path module) {
        List<Path> files = new ArrayList<>();
        for (Path folder : Upward.folders(root, module)) {
            Path knowledge = folder.resolve(FOLDER);
            if (Files.isDirectory(knowledge)) {
                files.addAll(files(knowledge));
            }
        }
        if (files.size() > MOST) {
            throw new ConfigurationException(FOLDER + " holds more than " + MOST + " files.");
        }
        return files.stream().sorted().map(file -> file(root, file)).toList();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .limit(MOST + 1)
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new ConfigurationException(folder + " cannot be read: " + unreadable + ".");
        }
    }

    private static KnowledgeFile file(Path root, Path file) {
        String name = root.relativize(file).toString().replace('\\', '/');
        return new KnowledgeFile(name, UserText.of(name, file));
    }
}

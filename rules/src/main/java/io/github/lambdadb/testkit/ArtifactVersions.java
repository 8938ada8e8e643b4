package io.github.lambdadb.testkit;

import io.github.lambdadb.knowledge.Catalog;
import io.github.lambdadb.knowledge.DriverModel;
import io.github.lambdadb.knowledge.SourceModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads versions off the paths of jars in a Maven repository: {@code …/com/zaxxer/HikariCP/7.1.0/HikariCP-7.1.0.jar}. */
final class ArtifactVersions {

    private ArtifactVersions() {}

    static Map<String, String> of(List<Path> classPath) {
        Map<String, String> versions = new TreeMap<>();
        Catalog catalog = Catalog.builtIn();
        Stream.concat(
                        catalog.sources().stream().map(SourceModel::artifact),
                        catalog.drivers().stream().map(DriverModel::artifact))
                .filter(artifact -> !artifact.isEmpty())
                .forEach(artifact -> classPath.stream()
                        .map(Path::getParent)
                        .filter(folder -> folder != null && isVersionOf(artifact, folder))
                        .forEach(folder -> versions.put(artifact, String.valueOf(folder.getFileName()))));
        return versions;
    }

    private static boolean isVersionOf(String artifact, Path folder) {
        int colon = artifact.indexOf(':');
        Path parent = folder.getParent();
        return parent != null
                && parent.endsWith(
                        Path.of(artifact.substring(0, colon).replace('.', '/'), artifact.substring(colon + 1)));
    }
}

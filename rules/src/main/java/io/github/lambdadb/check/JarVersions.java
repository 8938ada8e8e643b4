package io.github.lambdadb.check;

import io.github.lambdadb.knowledge.Catalog;
import io.github.lambdadb.knowledge.DriverModel;
import io.github.lambdadb.knowledge.SourceModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Versions of known libraries for a project whose build does not tell: from what the jars say, or are called. */
final class JarVersions {
    private JarVersions() {}

    /** By {@code group:artifact}; the first jar of the class path counts, as it does when classes are loaded. */
    static Map<String, String> of(List<Path> classPath, Catalog catalog) {
        List<String> artifacts = Stream.concat(
                        catalog.sources().stream().map(SourceModel::artifacts).flatMap(List::stream),
                        catalog.drivers().stream().map(DriverModel::artifact))
                .filter(artifact -> !artifact.isEmpty())
                .distinct()
                .toList();
        Map<String, String> versions = new TreeMap<>();
        for (Path path : classPath) {
            if (path.toString().endsWith(".jar")) {
                written(path, artifacts).forEach(versions::putIfAbsent);
                artifacts.forEach(artifact -> named(String.valueOf(path.getFileName()), artifact)
                        .ifPresent(version -> versions.putIfAbsent(artifact, version)));
            }
        }
        return versions;
    }

    /** {@code HikariCP-5.1.0.jar}. */
    private static Optional<String> named(String file, String artifact) {
        String start = artifact.substring(artifact.indexOf(':') + 1) + "-";
        String rest = file.startsWith(start) ? file.substring(start.length(), file.length() - ".jar".length()) : "";
        return Optional.of(rest).filter(version -> version.matches("\\d+(\\.\\w+)*([.-]\\w+)*"));
    }

    /** What Maven wrote into the jar, or into those that were put into it. */
    private static Map<String, String> written(Path jar, List<String> artifacts) {
        Map<String, String> versions = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (String artifact : artifacts) {
                ZipEntry entry = zip.getEntry("META-INF/maven/" + artifact.replace(':', '/') + "/pom.properties");
                if (entry != null) {
                    version(zip, entry).ifPresent(version -> versions.put(artifact, version));
                }
            }
        } catch (IOException unreadable) {
            // the reader of the class path tells of a jar that cannot be read
            return versions;
        }
        return versions;
    }

    private static Optional<String> version(ZipFile zip, ZipEntry entry) throws IOException {
        Properties properties = new Properties();
        try (InputStream stream = zip.getInputStream(entry)) {
            properties.load(stream);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
        return Optional.ofNullable(properties.getProperty("version")).filter(version -> !version.isBlank());
    }
}

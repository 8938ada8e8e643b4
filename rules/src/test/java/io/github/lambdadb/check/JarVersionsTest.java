package io.github.lambdadb.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.knowledge.Catalog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions of libraries that only jars tell. */
class JarVersionsTest {
    private static final String HIKARI = "com.zaxxer:HikariCP";

    @TempDir
    private Path folder;

    @Test
    void aJarSaysWhatIsInIt() throws IOException {
        Path jar = jar("everything.jar", "META-INF/maven/com.zaxxer/HikariCP/pom.properties", "version=4.0.3\n");
        assertThat(versions(jar)).containsExactly(Map.entry(HIKARI, "4.0.3"));
    }

    @Test
    void aJarIsCalledByItsVersion() throws IOException {
        assertThat(versions(jar("HikariCP-5.1.0.jar", "a", ""))).containsExactly(Map.entry(HIKARI, "5.1.0"));
        assertThat(versions(jar("hibernate-core-5.6.15.Final.jar", "a", "")))
                .containsEntry("org.hibernate:hibernate-core", "5.6.15.Final");
    }

    @Test
    void otherNamesTellNothing() throws IOException {
        assertThat(versions(jar("HikariCP.jar", "a", ""))).isEmpty();
        assertThat(versions(jar("HikariCP-metrics-1.0.jar", "a", ""))).isEmpty();
        assertThat(versions(jar("h2o-1.0.jar", "a", ""))).isEmpty();
    }

    @Test
    void whatStandsInTheJarCountsMoreThanItsName() throws IOException {
        Path jar = jar("HikariCP-5.1.0.jar", "META-INF/maven/com.zaxxer/HikariCP/pom.properties", "version=4.0.3\n");
        assertThat(versions(jar)).containsExactly(Map.entry(HIKARI, "4.0.3"));
    }

    @Test
    void theFirstJarCounts() throws IOException {
        Path first = jar("HikariCP-4.0.3.jar", "a", "");
        Path second = jar("HikariCP-5.1.0.jar", "a", "");
        assertThat(versions(first, second)).containsExactly(Map.entry(HIKARI, "4.0.3"));
    }

    @Test
    void anUnreadableJarStillHasAName() throws IOException {
        Path broken = Files.writeString(folder.resolve("HikariCP-5.1.0.jar"), "no jar");
        assertThat(versions(broken)).containsExactly(Map.entry(HIKARI, "5.1.0"));
    }

    private static Map<String, String> versions(Path... jars) {
        return JarVersions.of(List.of(jars), Catalog.builtIn());
    }

    private Path jar(String name, String entry, String text) throws IOException {
        Path jar = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}

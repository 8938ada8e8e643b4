package io.github.lambdadb.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LooseJarsTest {
    @TempDir
    private Path folder;

    @Test
    void jarsLieInFoldersThatAreCalledSo() throws IOException {
        Path lib = file("lib/b.jar");
        Path libs = file("app/libs/a.jar");
        file("b.jar");
        file("lib/readme.txt");
        file("build/libs/app.jar");
        file(".gradle/lib/c.jar");
        assertThat(LooseJars.below(folder)).containsExactly(libs, lib);
    }

    private Path file(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }
}

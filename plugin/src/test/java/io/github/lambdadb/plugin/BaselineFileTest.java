package io.github.lambdadb.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdadb.check.ConfigurationException;
import io.github.lambdadb.issue.Baseline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BaselineFileTest {
    private static final Baseline ONE =
            new Baseline(List.of(new Baseline.Entry("A.java", "oversized-pool", "A.<clinit>()", "POOL", "0c")));

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadAndNothingElseIsLeft() throws IOException, MojoExecutionException {
        BaselineFile file = new BaselineFile(folder.resolve("config/baseline.json"));
        assertThat(file.read()).isEmpty();
        file.write(ONE);
        byte[] first = Files.readAllBytes(file.path());
        file.write(ONE);
        assertThat(file.read()).contains(ONE);
        assertThat(Files.readAllBytes(file.path())).isEqualTo(first);
        try (Stream<Path> files = Files.list(folder.resolve("config"))) {
            assertThat(files).containsExactly(file.path());
        }
    }

    @Test
    void whatCannotBeReadIsToldInOneLineWithThePlace() throws IOException {
        BaselineFile file = new BaselineFile(folder.resolve("baseline.json"));
        Files.writeString(file.path(), "{\n<<<<<<< ours\n");
        assertThatThrownBy(file::read)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(file.path() + ":2: this is not JSON")
                .hasMessageNotContaining("\n");
        Files.write(file.path(), new byte[] {'{', (byte) 0xff});
        assertThatThrownBy(file::read)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageEndingWith("baseline.json:1: it is not UTF-8.");
        BaselineFile aFolder = new BaselineFile(folder);
        assertThatThrownBy(aFolder::read)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("it is no file");
    }
}

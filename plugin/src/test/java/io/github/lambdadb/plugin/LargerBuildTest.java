package io.github.lambdadb.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LargerBuildTest {
    @TempDir
    private Path repository;

    @Test
    void aModuleThatAPomAboveListsIsPartOfIt() throws IOException {
        Path module = Files.createDirectories(repository.resolve("services/orders"));
        assertThat(LargerBuild.holds(module, repository)).isFalse();
        pom("<project><modules><module>services</module></modules></project>");
        assertThat(LargerBuild.holds(module, repository)).isFalse();
        assertThat(LargerBuild.holds(repository, repository)).isFalse();
        pom("<project><modules><module>services/orders</module></modules></project>");
        assertThat(LargerBuild.holds(module, repository)).isTrue();
        pom("<project><profiles><profile><modules><module>services/../services/orders/pom.xml</module></modules>"
                + "</profile></profiles></project>");
        assertThat(LargerBuild.holds(module, repository)).isTrue();
    }

    @Test
    void aPomThatCannotBeReadMayListIt() throws IOException {
        pom("<project>");
        assertThat(LargerBuild.holds(repository.resolve("orders"), repository)).isTrue();
    }

    private void pom(String text) throws IOException {
        Files.writeString(repository.resolve("pom.xml"), text);
    }
}

package io.github.lambdadb.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InfrastructureFilesTest {
    @TempDir
    private Path root;

    @BeforeEach
    void write() throws IOException {
        for (String file :
                List.of("template.yaml", "infra/live/main.tf", "infra/test.tf", "cdk.out/Stack.template.json")) {
            Files.createDirectories(root.resolve(file).getParent());
            Files.writeString(root.resolve(file), "");
        }
    }

    @Test
    void areFilesFoldersAndGlobs() {
        assertThat(of("template.yaml")).containsExactly("template.yaml");
        assertThat(of("./template.yaml", "infra"))
                .containsExactly("infra/live/main.tf", "infra/test.tf", "template.yaml");
        assertThat(of("infra/live/")).containsExactly("infra/live/main.tf");
        assertThat(of("**/*.tf")).containsExactly("infra/live/main.tf", "infra/test.tf");
        assertThat(of("cdk.out/*.json")).containsExactly("cdk.out/Stack.template.json");
    }

    @Test
    void nothingNamedIsNothing() {
        assertThat(of()).isEmpty();
    }

    @Test
    void whatMatchesNothingIsAMistake() {
        assertThatThrownBy(() -> of("template.yaml", "infra/live/mian.tf"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("infra/live/mian.tf")
                .hasMessageContaining("'infra/live/main.tf'");
    }

    private List<String> of(String... named) {
        return InfrastructureFiles.of(
                        root,
                        Stream.of(named)
                                .map(each -> new UserSetting("infrastructure", each, "in the POM"))
                                .toList())
                .stream()
                .map(file -> root.relativize(file).toString().replace('\\', '/'))
                .toList();
    }
}

package io.github.lambdadb.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdadb.check.ConfigurationException;
import io.github.lambdadb.check.UserSetting;
import io.github.lambdadb.report.Reporter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FormatsTest {
    @Test
    void sarifIsAlwaysWritten() {
        assertThat(formats()).extracting(Reporter::name).containsExactly("sarif");
        assertThat(formats("json")).extracting(Reporter::name).containsExactly("json", "sarif");
    }

    @Test
    void autoIsForPeopleAndProgramsAndForTheBuildServer() {
        assertThat(formats("auto")).extracting(Reporter::name).containsExactly("html", "json", "sarif");
        assertThat(Formats.of(settings("auto"), List.of("github", "markdown")))
                .extracting(Reporter::name)
                .containsExactly("github", "html", "json", "markdown", "sarif");
        assertThat(Formats.of(settings("json"), List.of("gitlab")))
                .extracting(Reporter::name)
                .containsExactly("json", "sarif");
    }

    @Test
    void everyPromisedFormatIsInstalled() {
        String[] promised = {"sarif", "html", "json", "checkstyle", "junit", "gitlab", "github", "markdown"};
        assertThat(formats(promised)).extracting(Reporter::name).containsExactlyInAnyOrder(promised);
        assertThat(formats(promised)).extracting(Reporter::fileName).doesNotHaveDuplicates();
    }

    @Test
    void anUnknownFormatIsToldWithTheNearestOne() {
        assertThatThrownBy(() -> formats("serif"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the nearest known is 'sarif'");
    }

    private static List<Reporter> formats(String... names) {
        return Formats.of(settings(names), List.of());
    }

    private static List<UserSetting> settings(String... names) {
        return Arrays.stream(names)
                .map(name -> new UserSetting("formats", name, "in the POM"))
                .toList();
    }
}

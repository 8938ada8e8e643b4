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
        assertThat(formats("auto")).extracting(Reporter::name).containsExactly("json", "sarif");
    }

    @Test
    void anUnknownFormatIsToldWithTheNearestOne() {
        assertThatThrownBy(() -> formats("serif"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the nearest known is 'sarif'");
    }

    private static List<Reporter> formats(String... names) {
        return Formats.of(Arrays.stream(names)
                .map(name -> new UserSetting("formats", name, "in the POM"))
                .toList());
    }
}

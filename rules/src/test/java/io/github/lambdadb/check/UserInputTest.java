package io.github.lambdadb.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

final class UserInputTest {
    @Test
    void durationsAreIsoOrShort() {
        assertThat(SettingText.duration(value("PT90S"))).isEqualTo(Duration.ofSeconds(90));
        assertThat(SettingText.duration(value("60s"))).isEqualTo(Duration.ofSeconds(60));
        assertThat(SettingText.duration(value("5 m"))).isEqualTo(Duration.ofMinutes(5));
        assertThat(SettingText.optionalDuration(value(""))).isEmpty();
        assertThatThrownBy(() -> SettingText.duration(value("60")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("'key' cannot be '60' (set here): expected a duration");
        assertThatThrownBy(() -> SettingText.duration(value("-PT1S"))).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void flagsAndCountsAreStrict() {
        assertThat(SettingText.flag(value("true"))).isTrue();
        assertThatThrownBy(() -> SettingText.flag(value("yes"))).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> SettingText.count(value("0"))).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> FailOn.of(value("warn"))).hasMessageContaining("'warning'");
    }

    @Test
    void globsAreOverRepositoryRelativePaths() {
        Predicate<String> filter = PathFilter.of(globs("app/**", "**/Extra.java"), globs("**/generated/"));
        assertThat(filter).accepts("app/src/A.java", "Extra.java", "lib/Extra.java");
        assertThat(filter).rejects("lib/src/A.java", "app/generated/A.java");
        assertThat(PathFilter.of(List.of(), List.of())).accepts("anything");
        assertThatThrownBy(() -> PathFilter.of(globs("{a"), List.of())).isInstanceOf(ConfigurationException.class);
    }

    private static List<UserSetting> globs(String... globs) {
        return Arrays.stream(globs).map(UserInputTest::value).toList();
    }

    private static UserSetting value(String value) {
        return new UserSetting("key", value, "here");
    }
}

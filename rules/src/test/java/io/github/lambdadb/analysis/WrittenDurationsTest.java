package io.github.lambdadb.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.source.Evidence;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDurationsTest {
    @ParameterizedTest
    @CsvSource({"30s, PT30S", "5M, PT5M", "PT1M30S, PT1M30S", "500ms, PT0.5S", "2 h, PT2H", "1d, PT24H"})
    void isRead(String text, Duration duration) {
        assertThat(parsed(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"30", "soon", "999999999999d", "999999999999999d", "PT9223372036854775807S", "P-999999999999D"})
    void staysAText(String text) {
        assertThat(parsed(text)).isEqualTo(text);
    }

    private static Object parsed(String text) {
        return ((Term.Constant) WrittenDurations.parse(new Term.Constant(text, Evidence.none()))).value();
    }
}

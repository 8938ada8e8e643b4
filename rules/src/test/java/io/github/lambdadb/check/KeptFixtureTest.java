package io.github.lambdadb.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.testkit.Fixture;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A kept fixture takes a way of its own round {@link Checker}: what is read beside Java must not be forgotten on it, or the
 * profile {@code mutation} stops before its first mutant.
 */
class KeptFixtureTest {

    @Test
    void findsWhatTheMarksSayWhereMoreThanJavaIsRead() {
        List<String> mixed =
                KeptFixture.names().stream().filter(KeptFixtureTest::isMixed).toList();
        assertThat(mixed).isNotEmpty().allSatisfy(name -> {
            KeptFixture fixture = KeptFixture.read(name);
            assertThat(fixture.differences(fixture.facts())).isEmpty();
        });
    }

    private static boolean isMixed(String name) {
        return new Fixture(Path.of("src/test/fixtures", name))
                .files().stream().anyMatch(file -> !file.toString().endsWith(".java"));
    }
}

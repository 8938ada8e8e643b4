package io.github.lambdadb.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every fixture finds what its marks say: one test a fixture, and the sources of each are read once in the life of the JVM, so
 * that a mutant of the analysis is told by many fixtures in little time. For the profile {@code mutation} alone:
 * {@code FixturesTest} proves the same, and more.
 */
class FixtureMarks {

    private static final List<String> NAMES = KeptFixture.names();
    private static final Map<String, KeptFixture> KEPT = new ConcurrentHashMap<>();

    @TestFactory
    Stream<DynamicTest> fixtures() {
        return NAMES.stream().map(name -> DynamicTest.dynamicTest(name, () -> findsWhatItsMarksSay(name)));
    }

    private static void findsWhatItsMarksSay(String name) {
        KeptFixture fixture = KEPT.computeIfAbsent(name, KeptFixture::read);
        assertThat(fixture.differences(fixture.facts())).isEmpty();
    }
}

package io.github.lambdadb.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.Facts;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * As {@link FixtureMarks}, but each fixture is also analysed once only: for mutants of rules, which cannot change the facts, and
 * for no others.
 */
class RuleMarks {

    private static final List<String> NAMES = KeptFixture.names();
    private static final Map<String, Analysed> KEPT = new ConcurrentHashMap<>();

    private record Analysed(KeptFixture fixture, Facts facts) {
        static Analysed read(String name) {
            KeptFixture fixture = KeptFixture.read(name);
            return new Analysed(fixture, fixture.facts());
        }
    }

    @TestFactory
    Stream<DynamicTest> fixtures() {
        return NAMES.stream().map(name -> DynamicTest.dynamicTest(name, () -> findsWhatItsMarksSay(name)));
    }

    private static void findsWhatItsMarksSay(String name) {
        Analysed kept = KEPT.computeIfAbsent(name, Analysed::read);
        assertThat(kept.fixture().differences(kept.facts())).isEmpty();
    }
}

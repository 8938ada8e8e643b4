package io.github.lambdadb.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.Subject;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Option;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Certainty;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RuleSetTest {
    private static final Option<Integer> LIMIT = new Option<>("limit", 2, "How many.");
    private static final Option<String> KIND = new Option<>("kind", "a", "Which.", List.of("a", "b"));

    @Test
    void withoutSettingsEveryRuleRunsAtItsOwnSeverity() {
        RuleSet.Active rule = of().active().get(0);
        assertThat(rule.severity()).isEqualTo(Severity.WARNING);
        assertThat(rule.options().get(LIMIT)).isEqualTo(5);
    }

    @Test
    void settingsChangeSeverityAndOptionsAndTheLastWins() {
        RuleSet.Active rule = of(
                        setting("oversized-pool", "note"),
                        setting("oversized-pool", "error"),
                        setting("oversized-pool.limit", "7"))
                .active()
                .get(0);
        assertThat(rule.severity()).isEqualTo(Severity.ERROR);
        assertThat(rule.options().get(LIMIT)).isEqualTo(7);
    }

    @Test
    void aRuleThatIsOffDoesNotRun() {
        assertThat(of(setting("oversized-pool", "off")).active()).isEmpty();
    }

    @Test
    void whatIsWrongIsToldInOneLineWithTheNearestSpelling() {
        assertThatThrownBy(() -> of(setting("oversized-pol", "off")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Unknown rule 'oversized-pol' (value 'off', set in the POM); the nearest known is"
                        + " 'oversized-pool'.");
        assertThatThrownBy(() -> of(setting("oversized-pool", "warn")))
                .hasMessage("'oversized-pool' cannot be 'warn' (set in the POM); the nearest known is 'warning'. Known"
                        + " values: off, note, warning, error.");
        assertThatThrownBy(() -> of(setting("oversized-pool.limt", "3")))
                .hasMessage("Unknown option of rule 'oversized-pool': 'limt' (value '3', set in the POM); the nearest"
                        + " known is 'limit'.");
        assertThatThrownBy(() -> of(setting("oversized-pool.limit", "many")))
                .hasMessage("'oversized-pool.limit' cannot be 'many' (set in the POM): expected a whole number, for"
                        + " example '2'.");
        assertThatThrownBy(() -> of(setting("oversized-pool.kind", "c")))
                .hasMessageStartingWith("'oversized-pool.kind' cannot be 'c' (set in the POM)")
                .hasMessageEndingWith("Known values: a, b.");
    }

    @Test
    void theStrictPresetRaisesNotesOfRulesThatTheUserLeftAlone() {
        assertThat(strict().active().get(0).raisesNotes()).isTrue();
        assertThat(strict(setting("oversized-pool", "note")).active().get(0).raisesNotes())
                .isFalse();
        assertThat(of().active().get(0).raisesNotes()).isFalse();
        Finding note = new Finding(
                        Location.ofLine("A.java", 1),
                        new Subject("A.java", "", ""),
                        "It is so.",
                        Certainty.DEFINITE,
                        Evidence.none())
                .withSeverity(Severity.NOTE);
        assertThat(SeverityInEffect.of(note, strict().active().get(0))).isEqualTo(Severity.WARNING);
        assertThat(SeverityInEffect.of(note, of().active().get(0))).isEqualTo(Severity.NOTE);
    }

    private static RuleSet strict(UserSetting... settings) {
        return of("strict", 1, settings);
    }

    private static RuleSet of(UserSetting... settings) {
        return of("default", 5, settings);
    }

    private static RuleSet of(String preset, int maxPoolSize, UserSetting... settings) {
        return RuleSet.of(
                List.of(new Sample()),
                new Policy(
                        List.of(settings),
                        maxPoolSize,
                        List.of(),
                        1000,
                        0,
                        "either",
                        List.of(),
                        FailOn.WARNING,
                        List.of(),
                        preset));
    }

    private static UserSetting setting(String key, String value) {
        return new UserSetting(key, value, "in the POM");
    }

    private static final class Sample implements Rule {
        @Override
        public RuleDescriptor descriptor() {
            return new RuleDescriptor(
                    "oversized-pool", "Title", Category.POOLING, Severity.WARNING, "1.0", List.of(LIMIT, KIND));
        }

        @Override
        public Stream<Finding> check(Facts facts, Options options) {
            return Stream.empty();
        }
    }
}

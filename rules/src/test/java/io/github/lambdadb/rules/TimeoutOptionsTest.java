package io.github.lambdadb.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rules.timeouts.TimeoutExceedsFunction;
import io.github.lambdadb.testkit.Fixture;
import io.github.lambdadb.testkit.RuleVerifier;
import io.github.lambdadb.value.Certainty;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the options of the rule about timeouts of functions change; fixtures run with the defaults. */
class TimeoutOptionsTest {
    private static final Path FIXTURES = Path.of("src/test/fixtures/timeout-exceeds-function");
    private static final RuleVerifier VERIFIER = RuleVerifier.withClassPath(TestClassPath.entries());

    private static List<Finding> findings(String fixture, Map<String, Object> options) {
        Facts facts = VERIFIER.check(new Fixture(FIXTURES.resolve(fixture))).facts();
        return new TimeoutExceedsFunction().check(facts, new Options(options)).toList();
    }

    @Test
    void withoutATemplateATimeoutMayBeAssumed() {
        assertThat(findings("no-template", Map.of())).isEmpty();
        assertThat(findings("no-template", Map.of("assumed-timeout", 3)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.certainty()).isEqualTo(Certainty.POSSIBLE);
                    assertThat(finding.message()).contains("may let a borrower wait 30 s", "3 s, which is assumed");
                });
        assertThat(findings("no-template", Map.of("assumed-timeout", 60))).isEmpty();
    }

    @Test
    void theMarginIsTakenOff() {
        assertThat(findings("shorter-than-lambda-by-default", Map.of("margin", 500)))
                .isEmpty();
        // a connection timeout of 1 s and a login timeout of 2 s, in a function of 3 s
        assertThat(findings("shorter-than-lambda-by-default", Map.of("margin", 1000)))
                .hasSize(1);
    }
}

package io.github.lambdadb.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rules.lifecycle.LifecyclePolicy;
import io.github.lambdadb.testkit.Fixture;
import io.github.lambdadb.testkit.RuleVerifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the options of the rule about lifecycles change; fixtures run with the defaults. */
class LifecycleOptionsTest {
    private static final Facts FACTS = RuleVerifier.withClassPath(TestClassPath.entries())
            .check(new Fixture(Path.of("src/test/fixtures/lifecycle-policy/both-in-one-function")))
            .facts();

    private static List<String> findings(String ofAll, String... functions) {
        Map<String, Object> options = Map.of("lifecycle", ofAll, "functions", List.of(functions));
        return new LifecyclePolicy()
                .check(FACTS, new Options(options))
                .map(Finding::message)
                .toList();
    }

    @Test
    void aFunctionMayHaveALifecycleOfItsOwn() {
        assertThat(findings("either"))
                .singleElement()
                .asString()
                .contains("beside one to the same database that is kept");
        assertThat(findings("either", "OrderHandler=kept"))
                .singleElement()
                .asString()
                .contains("the policy is 'kept'");
        assertThat(findings("kept", "shop.*=per-invocation"))
                .singleElement()
                .asString()
                .contains("the policy is 'per-invocation'");
    }

    @Test
    void theFirstPatternCountsAndOthersLeaveTheFunctionAlone() {
        assertThat(findings("kept", "shop.OrderHandler=per-invocation", "*=kept"))
                .containsExactlyElementsOf(findings("per-invocation"));
        assertThat(findings("kept", "OrderHandler=per-invocation", "OrderHandler=kept"))
                .containsExactlyElementsOf(findings("per-invocation"));
        assertThat(findings("kept", "StockHandler=per-invocation")).containsExactlyElementsOf(findings("kept"));
    }
}

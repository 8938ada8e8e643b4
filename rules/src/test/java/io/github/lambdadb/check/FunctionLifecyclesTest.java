package io.github.lambdadb.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdadb.facts.Coverage;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.FunctionPattern;
import io.github.lambdadb.facts.LambdaFunction;
import io.github.lambdadb.source.Location;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FunctionLifecyclesTest {
    private static final LambdaFunction NIGHTLY = LambdaFunction.inCode(
            "nightly-report", "com.acme.Nightly::handleRequest", Location.ofLine("Nightly.java", 3));

    @Test
    void functionsAreNamedByNameHandlerOrItsClass() {
        assertThat(List.of(
                        "nightly-report",
                        "nightly-*",
                        "com.acme.Nightly",
                        "com.acme.*",
                        "com.acme.Nightly::*",
                        "nightly?report"))
                .allMatch(text -> new FunctionPattern(text).matches(NIGHTLY));
        assertThat(List.of("nightly", "Nightly", "com.acme", "nightly.report", "n.*", "nightly-report-"))
                .noneMatch(text -> new FunctionPattern(text).matches(NIGHTLY));
    }

    @Test
    void aNameWithoutFunctionIsTold() {
        assertThat(FunctionLifecycles.withoutFunction(policy("nightly-*"), facts()))
                .isEmpty();
        assertThat(FunctionLifecycles.withoutFunction(policy("nihtly-report"), facts()))
                .containsExactly("No function is called 'nihtly-report' (lifecycle 'kept', set in lambda-db.yaml:7);"
                        + " the nearest known is 'nightly-report'.");
        Policy ofPom =
                withRules(new UserSetting("lifecycle-policy.functions", "nightly-*=kept, other=kept", "in the POM"));
        assertThat(FunctionLifecycles.withoutFunction(ofPom, facts()))
                .containsExactly(
                        "No function is called 'other' (lifecycle 'kept', set in the POM); the nearest known is"
                                + " 'nightly-report'.");
    }

    @Test
    void theFileGivesTheRuleItsOption() {
        assertThat(FunctionLifecycles.option(policy("nightly-*")))
                .contains(new UserSetting("lifecycle-policy.functions", "nightly-*=kept", "in lambda-db.yaml:7"));
        assertThat(FunctionLifecycles.option(Policy.defaults())).isEmpty();
        assertThatThrownBy(() -> FunctionLifecycles.option(policy("a,b")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("set in lambda-db.yaml:7");
    }

    @Test
    void aPairThatNamesNoLifecycleIsRefused() {
        refused("nightly", "expected FUNCTION=LIFECYCLE");
        refused("nightly=keep", "the nearest known is 'kept'");
        assertThat(RuleSet.of(RuleSet.installed(), withRules(option("nightly=kept")))
                        .runs("lifecycle-policy"))
                .isTrue();
    }

    private static void refused(String pair, String message) {
        assertThatThrownBy(() -> RuleSet.of(RuleSet.installed(), withRules(option(pair))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }

    private static UserSetting option(String pair) {
        return new UserSetting("lifecycle-policy.functions", pair, "in the POM");
    }

    private static Policy policy(String pattern) {
        return policy(List.of(), List.of(new UserSetting(pattern, "kept", "in lambda-db.yaml:7")));
    }

    private static Policy withRules(UserSetting setting) {
        return policy(List.of(setting), List.of());
    }

    private static Policy policy(List<UserSetting> rules, List<UserSetting> functions) {
        return new Policy(rules, 2, List.of(), 1000, 0, "either", functions, FailOn.WARNING, List.of(), "default");
    }

    private static Facts facts() {
        Facts none = Facts.none(new Coverage(1, 1, 1, 0, 0));
        return new Facts(
                List.of(NIGHTLY),
                none.sources(),
                none.openings(),
                none.usesAfterClose(),
                none.calls(),
                none.schemaChanges(),
                none.behaviour(),
                none.tracers(),
                none.gaps(),
                none.database(),
                none.deployments(),
                none.capacities(),
                none.coverage());
    }
}

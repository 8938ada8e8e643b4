package io.github.lambdadb.rules.resilience;

import com.google.auto.service.AutoService;
import io.github.lambdadb.budget.Budget;
import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Endpoint;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.LambdaFunction;
import io.github.lambdadb.facts.Lifetime;
import io.github.lambdadb.facts.Repetition;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import java.util.List;
import java.util.stream.Stream;

/** Reports logins that many environments ask for at once, without a pause. */
@AutoService(Rule.class)
public final class ConnectStorm implements Rule {

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "connect-storm",
            "Environments log in again and again without a pause",
            Category.RESILIENCE,
            Severity.NOTE,
            "1.0",
            List.of());

    @Override
    public RuleDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Stream<Finding> check(Facts facts, Options options) {
        return Stream.concat(
                facts.behaviour().repetitions().stream()
                        .filter(repetition -> repetition.kind() == Repetition.Kind.LOGIN && !repetition.pauses())
                        .flatMap(ConnectStorm::repeated),
                facts.sources().stream().flatMap(ConnectStorm::ofEachInvocation));
    }

    private static Stream<Finding> repeated(Repetition login) {
        List<LambdaFunction> unbounded = unbounded(login.functions());
        return unbounded.isEmpty()
                ? Stream.empty()
                : Stream.of(new Finding(
                        login.site(),
                        login.subject(),
                        "%s repeats a failed login at once, and nothing bounds how many environments do so: a server that is short of sessions gets all the more logins."
                                .formatted(login.by(unbounded).functionNames()),
                        login.certainty(),
                        login.path()));
    }

    /** Aurora DSQL takes 100 logins a second, and 1,000 at once (its quotas). */
    private static Stream<Finding> ofEachInvocation(ConnectionSource source) {
        List<LambdaFunction> unbounded = unbounded(source.functions());
        boolean isOfDsql = !source.endpoints().isEmpty()
                && source.endpoints().stream().allMatch(endpoint -> endpoint.kind() == Endpoint.Kind.DSQL);
        if (!isOfDsql || source.lifetime() != Lifetime.INVOCATION || unbounded.isEmpty()) {
            return Stream.empty();
        }
        Endpoint endpoint = source.endpoints().get(0);
        return Stream.of(new Finding(
                source.site(),
                source.subject(),
                "%s logs in to Aurora DSQL in each invocation of %s, and nothing bounds how many run: DSQL takes 100 logins a second."
                        .formatted(source.title(), source.reachedBy(unbounded).functionNames()),
                endpoint.certainty(),
                source.path().then(endpoint.evidence())));
    }

    /** Those of which a template shows that nothing does. */
    private static List<LambdaFunction> unbounded(List<LambdaFunction> functions) {
        return functions.stream()
                .filter(function -> !function.deployments().isEmpty())
                .filter(function -> !Budget.environments(function).isBounded())
                .toList();
    }
}

package io.github.lambdadb.rules.identification;

import com.google.auto.service.AutoService;
import io.github.lambdadb.facts.DeployedFunction;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.LambdaFunction;
import io.github.lambdadb.facts.Subject;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.value.Match;
import java.util.List;
import java.util.stream.Stream;

/** Reports functions that are traced and whose database calls are not. */
@AutoService(Rule.class)
public final class UntracedDatabaseCall implements Rule {

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "untraced-database-call",
            "Function is traced, and its database calls are not",
            Category.IDENTIFICATION,
            Severity.NOTE,
            "1.0",
            List.of());

    @Override
    public RuleDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Stream<Finding> check(Facts facts, Options options) {
        return facts.functions().stream()
                .filter(function -> facts.sources().stream()
                        .anyMatch(source ->
                                source.hasServerSessions() && source.functions().contains(function)))
                .flatMap(function -> function.deployments().stream()
                        .filter(deployed -> facts.tracers().stream()
                                .noneMatch(tracer -> tracer.functions().isEmpty()
                                        || tracer.functions().contains(deployed.id())))
                        .filter(UntracedDatabaseCall::hasNoUnknownLayer)
                        .flatMap(deployed -> deployed.attribute(DeployedFunction.Attribute.TRACING).stream()
                                .flatMap(value -> value.matching("Active"::equals).stream())
                                .map(match -> finding(function, deployed, match))));
    }

    /** A layer may bring an agent. */
    private static boolean hasNoUnknownLayer(DeployedFunction function) {
        return function.attribute(DeployedFunction.Attribute.LAYERS).isEmpty();
    }

    private static Finding finding(LambdaFunction function, DeployedFunction deployed, Match<String> match) {
        return new Finding(
                match.evidence().origin().orElse(deployed.location()),
                new Subject(deployed.location().file(), function.handler(), deployed.id()),
                "'%s' is traced (Tracing: Active), and nothing that was seen traces its database calls."
                        .formatted(function.name()),
                match.certainty(),
                match.evidence());
    }
}

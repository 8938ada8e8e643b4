package io.github.lambdadb.rules.lifecycle;

import com.google.auto.service.AutoService;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.Opening;
import io.github.lambdadb.facts.Opening.Kind;
import io.github.lambdadb.facts.Opening.Release;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Certainty;
import java.util.List;
import java.util.stream.Stream;

/** Reports connections that are opened once for each record of a loop. */
@AutoService(Rule.class)
public final class ConnectPerIteration implements Rule {

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "connect-per-iteration",
            "Each record opens a connection of its own",
            Category.LIFECYCLE,
            Severity.WARNING,
            "1.0",
            List.of());

    @Override
    public RuleDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Stream<Finding> check(Facts facts, Options options) {
        return facts.openings().stream()
                .filter(opening -> opening.kind() != Kind.POOL && opening.release() != Release.KEPT)
                .flatMap(opening -> opening.loops().stream()
                        .map(loop -> finding(opening, Evidence.of(loop, "runs for each record"))));
    }

    private static Finding finding(Opening opening, Evidence loop) {
        boolean loan = opening.kind() == Kind.LOAN;
        Finding finding = new Finding(
                opening.site(),
                opening.subject(),
                "The %s '%s' of %s is %s once for each record of a loop, where one would do for all of them."
                        .formatted(
                                opening.noun(),
                                opening.subject().name(),
                                opening.functionNames(),
                                loan ? "borrowed" : "opened with a login of its own"),
                Certainty.DEFINITE,
                opening.path().then(loop));
        return loan ? finding.withSeverity(Severity.NOTE) : finding;
    }
}

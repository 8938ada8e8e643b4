package io.github.lambdadb.rules.lifecycle;

import com.google.auto.service.AutoService;
import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.HeldConnection;
import io.github.lambdadb.facts.LambdaFunction;
import io.github.lambdadb.facts.Renewal;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.EachSource;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Match;
import java.util.List;
import java.util.stream.Stream;

/** Reports connections that are open when SnapStart takes its snapshot. */
@AutoService(Rule.class)
public final class SnapStartOpenConnection implements Rule {

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "snapstart-open-connection",
            "Connection is open when SnapStart takes its snapshot",
            Category.LIFECYCLE,
            Severity.ERROR,
            "1.0",
            List.of());

    @Override
    public RuleDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Stream<Finding> check(Facts facts, Options options) {
        return EachSource.judge(
                facts.sources().stream()
                        .filter(ConnectionSource::hasServerSessions)
                        .map(SnapStart::ofSnapshots)
                        .filter(source -> !source.functions().isEmpty()),
                source -> source.use().heldAfterInit().stream().map(held -> finding(source, held)));
    }

    private static Finding finding(ConnectionSource source, HeldConnection held) {
        boolean recovers = source.renewal().kind() == Renewal.Kind.VALIDATED_ON_BORROW
                || source.renewal().kind() == Renewal.Kind.VALIDATED_BEFORE_USE;
        String message =
                "%s %s, so the snapshot of SnapStart holds it: every environment that is restored begins with a session that %s."
                        .formatted(
                                source.title(),
                                held.how(),
                                recovers ? "fails its test" : "is not its own and that nothing tests");
        Evidence why = source.functions().stream()
                .findFirst()
                .flatMap(LambdaFunction::snapshot)
                .map(Match::evidence)
                .orElse(Evidence.none());
        Finding finding = new Finding(
                source.site(),
                source.subject(),
                message,
                held.certainty(),
                source.path().then(held.evidence()).then(why));
        return recovers ? finding.withSeverity(Severity.WARNING) : finding;
    }
}

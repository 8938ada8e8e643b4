package io.github.lambdadb.rules.lifecycle;

import com.google.auto.service.AutoService;
import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.SnapshotCare;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.EachSource;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import java.util.List;
import java.util.stream.Stream;

/** Reports pools of a framework that it cannot empty for the snapshot of SnapStart. */
@AutoService(Rule.class)
public final class SnapStartPoolNotSuspendable implements Rule {

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "snapstart-pool-not-suspendable",
            "Framework cannot empty the pool before SnapStart takes its snapshot",
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
        return EachSource.judge(
                facts.sources().stream()
                        .filter(source -> source.hasServerSessions()
                                && source.use().heldAfterInit().isEmpty())
                        .map(SnapStart::ofSnapshots)
                        .filter(source -> !source.functions().isEmpty()),
                source -> source.use().snapshotCare().stream().map(care -> finding(source, care)));
    }

    private static Finding finding(ConnectionSource source, SnapshotCare care) {
        return new Finding(
                care.evidence().origin().orElse(source.site()),
                source.subject(),
                "%s may hold sessions when SnapStart takes its snapshot: %s.".formatted(source.title(), care.lack()),
                care.certainty(),
                source.path().then(care.evidence()));
    }
}

package io.github.lambdadb.rules.pooling;

import com.google.auto.service.AutoService;
import io.github.lambdadb.budget.Budget;
import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.EagerOpening;
import io.github.lambdadb.facts.EagerOpening.Purpose;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.Lifetime;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.EachSource;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.value.Match;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports pools that open connections before any is asked for. */
@AutoService(Rule.class)
public final class EagerConnections implements Rule {

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "eager-connections",
            "Pool opens connections before any is asked for",
            Category.POOLING,
            Severity.WARNING,
            "1.0",
            List.of());

    @Override
    public RuleDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Stream<Finding> check(Facts facts, Options options) {
        return Budget.byInvocations(facts).entrySet().stream()
                .flatMap(group -> EachSource.judge(
                        group.getValue().stream()
                                .filter(source ->
                                        source.hasServerSessions() && source.lifetime() != Lifetime.UNDETERMINED),
                        source -> worst(source, used(source, group.getKey())).stream()));
    }

    /** Sessions that one environment works with at once. */
    private static long used(ConnectionSource source, int invocations) {
        boolean isShared = source.lifetime() == Lifetime.ENVIRONMENT;
        return (long) source.use().sessionsAtOnce() * (isShared ? invocations : 1);
    }

    /** One finding a pool: of two settings that open connections, the one that opens more. */
    private static Optional<Finding> worst(ConnectionSource pool, long used) {
        return pool.eagerOpenings().stream()
                .flatMap(opening -> check(pool, opening, used).stream())
                .findFirst();
    }

    private static Optional<Finding> check(ConnectionSource pool, EagerOpening opening, long used) {
        boolean probe = opening.purpose() == Purpose.PROBE;
        return opening.setting()
                .number()
                .matching(connections -> probe || connections > used)
                .filter(match -> opening.setting().origin() != Setting.Origin.UNKNOWN)
                .map(match -> {
                    Finding finding = finding(pool, opening.setting(), match, probe, used);
                    return probe ? finding.withSeverity(Severity.NOTE) : finding;
                });
    }

    private static Finding finding(
            ConnectionSource pool, Setting setting, Match<Integer> match, boolean probe, long used) {
        String message = probe
                ? "%s opens a connection when it starts only to close it, and a second one for the first borrower (%s)."
                        .formatted(pool.title(), origin(pool, setting))
                : "%s opens %d connections before any is asked for (%s); one execution environment works with %d at once."
                        .formatted(pool.title(), match.value(), origin(pool, setting), used);
        return new Finding(
                setting.isSet() ? match.evidence().origin().orElse(pool.site()) : pool.site(),
                pool.subject(),
                message,
                match.certainty(),
                pool.path().then(match.evidence()));
    }

    private static String origin(ConnectionSource pool, Setting setting) {
        return setting.isSet()
                ? setting.key() + " decides"
                : "default of %s; nothing sets %s".formatted(pool.library(), setting.key());
    }
}

package io.github.lambdadb.rules.pooling;

import com.google.auto.service.AutoService;
import io.github.lambdadb.budget.Budget;
import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.Change;
import io.github.lambdadb.rule.EachSource;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Grade;
import io.github.lambdadb.rule.Option;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Remedy;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Certainty;
import io.github.lambdadb.value.Match;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports pools that may open more connections than one execution environment can use. */
@AutoService(Rule.class)
public final class OversizedPool implements Rule {

    private static final Option<Integer> LIMIT = new Option<>(
            "limit", 2, "Connections that a pool may open in one execution environment without a finding.");

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "oversized-pool",
            "Pool opens more connections than one execution environment can use",
            Category.POOLING,
            Severity.WARNING,
            "1.0",
            List.of(LIMIT));

    @Override
    public RuleDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Stream<Finding> check(Facts facts, Options options) {
        int limit = options.get(LIMIT);
        return Budget.byInvocations(facts).entrySet().stream()
                .flatMap(group -> EachSource.judge(
                        group.getValue().stream()
                                .filter(source ->
                                        source.kind() == ConnectionSource.Kind.POOL && source.hasServerSessions()),
                        pool -> pool
                                .setting(Property.MAXIMUM_SIZE)
                                .flatMap(setting -> check(pool, setting, limit, group.getKey()))
                                .stream()));
    }

    private static Optional<Finding> check(ConnectionSource pool, Setting size, int limit, int invocations) {
        // of an object that went where its size may have been set, the default proves nothing
        if (size.origin() == Setting.Origin.UNKNOWN) {
            return Optional.empty();
        }
        long proven = most(limit, pool.use().provenSessionsAtOnce(), invocations);
        long possible = most(limit, pool.use().sessionsAtOnce(), invocations);
        return size.number()
                .matching(connections -> connections > proven)
                .map(match -> new Finding(
                        location(pool, size, match),
                        pool.subject(),
                        message(pool, size, match.value(), limit, invocations),
                        match.value() > possible ? match.certainty() : Certainty.POSSIBLE,
                        pool.path().then(match.evidence())))
                .map(finding -> finding.withRemedy(remedy(finding, pool, size, invocations)));
    }

    /** As many as one environment may use. */
    private static Remedy remedy(Finding finding, ConnectionSource pool, Setting size, int invocations) {
        String used = String.valueOf((long) pool.use().sessionsAtOnce() * invocations);
        return new Remedy(
                finding.certainty() == Certainty.DEFINITE ? Grade.SAFE : Grade.REVIEW,
                "set " + size.key() + " to " + used,
                new Change.Set(pool, Property.MAXIMUM_SIZE, used));
    }

    private static long most(int limit, int sessions, int invocations) {
        return (long) Math.max(limit, sessions) * invocations;
    }

    private static Location location(ConnectionSource pool, Setting size, Match<Integer> match) {
        return size.isSet() ? match.evidence().origin().orElse(pool.site()) : pool.site();
    }

    private static String message(ConnectionSource pool, Setting size, int connections, int limit, int invocations) {
        String count = connections == Integer.MAX_VALUE ? "connections without limit" : connections + " connections";
        int depth = pool.use().sessionsAtOnce();
        String runs = invocations == 1
                ? "one execution environment runs one invocation at a time, which uses " + depth
                : "one execution environment runs up to %d invocations at once, which use %d each"
                        .formatted(invocations, depth);
        return "%s may open %s (%s); %s, and the limit is %d%s."
                .formatted(pool.title(), count, origin(pool, size), runs, limit, invocations == 1 ? "" : " for each");
    }

    private static String origin(ConnectionSource pool, Setting size) {
        if (size.isSet()) {
            return size.key() + " is set in the " + size.origin().name().toLowerCase(Locale.ROOT);
        }
        return "default of %s; nothing sets %s".formatted(pool.library(), size.key());
    }
}

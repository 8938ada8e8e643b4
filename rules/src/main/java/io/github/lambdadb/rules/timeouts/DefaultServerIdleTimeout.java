package io.github.lambdadb.rules.timeouts;

import com.google.auto.service.AutoService;
import io.github.lambdadb.facts.DeployedDatabase;
import io.github.lambdadb.facts.DeployedDatabase.Attribute;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.IdleLimit;
import io.github.lambdadb.facts.Subject;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.Change;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Grade;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Remedy;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Certainty;
import io.github.lambdadb.value.Value;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports databases of a template that keep idle sessions as long as their default says, or not as their parameters seem to say. */
@AutoService(Rule.class)
public final class DefaultServerIdleTimeout implements Rule {
    /** A number of milliseconds taken for seconds is at least this, and one of seconds taken for milliseconds less than a second. */
    private static final Duration LIKE_MILLISECONDS = Duration.ofMinutes(1000);

    /** Longer than a function that is called every few minutes pauses. */
    private static final Duration ENDED_AFTER = Duration.ofMinutes(5);

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "default-server-idle-timeout",
            "Database keeps the idle sessions of kept sources as long as its default says",
            Category.TIMEOUTS,
            Severity.NOTE,
            "1.0",
            List.of());

    @Override
    public RuleDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Stream<Finding> check(Facts facts, Options options) {
        Map<List<Object>, Finding> found = new LinkedHashMap<>();
        Reached.in(facts)
                .flatMap(reached -> check(reached, facts))
                .forEach(finding -> found.merge(
                        List.of(finding.location(), finding.subject()),
                        finding,
                        (one, other) -> one.certainty() == Certainty.POSSIBLE ? other : one));
        return found.values().stream();
    }

    private static Stream<Finding> check(Reached reached, Facts facts) {
        Stream<Finding> limits = reached.endpoint().idleLimits().stream()
                .flatMap(limit -> clause(reached, limit, facts).stream()
                        .map(message -> finding(reached, limit.variable(), message, evidence(reached, limit)))
                        .map(finding -> withRemedy(finding, limit)));
        return Stream.concat(limits, literalConnections(reached).stream());
    }

    /** The database alone is to blame for its parameters; for its default, who keeps sessions is told too. */
    private static Evidence evidence(Reached reached, IdleLimit limit) {
        return limit.written().isEmpty() ? reached.source().path().then(limit.evidence()) : limit.evidence();
    }

    private static Optional<String> clause(Reached reached, IdleLimit limit, Facts facts) {
        String database = "The database '" + reached.database().id() + "'";
        if (limit.state() == IdleLimit.State.SET) {
            return ofSet(database, limit);
        }
        if (limit.state() == IdleLimit.State.UNSUPPORTED && !limit.written().isEmpty()) {
            return Optional.of("%s has no %s, which its parameter group sets: its engine is %s."
                    .formatted(database, limit.variable(), engine(reached.database())));
        }
        boolean isKept = limit.state() != IdleLimit.State.NOT_SEEN
                && reached.keepsSessions()
                && !reached.hasStoryOfServer()
                && facts.database().serverIdleTimeout().isEmpty();
        String why = limit.state() == IdleLimit.State.DEFAULT
                ? "default of " + limit.variable() + ", which no parameter group sets"
                : engine(reached.database()) + " has no " + limit.variable();
        return isKept
                ? Optional.of("%s leaves sessions idle %s (%s), and sessions of %s stay open between invocations."
                        .formatted(
                                database,
                                howLong(limit.limit()),
                                why,
                                reached.source().functionNames()))
                : Optional.empty();
    }

    private static Finding withRemedy(Finding finding, IdleLimit limit) {
        return limit.state() == IdleLimit.State.DEFAULT
                ? finding.withRemedy(new Remedy(
                        Grade.REVIEW,
                        "end sessions that are idle for %d s".formatted(ENDED_AFTER.toSeconds()),
                        new Change.SetIdleParameter(limit.database(), limit.variable(), ENDED_AFTER)))
                : finding;
    }

    private static Optional<String> ofSet(String database, IdleLimit limit) {
        boolean isTiny = limit.limit()
                .matching(value -> !value.isZero() && value.toMillis() < 1000)
                .isPresent();
        boolean isHuge = limit.limit()
                .matching(value -> value.compareTo(LIKE_MILLISECONDS) >= 0 && value.toSeconds() % 1000 == 0)
                .isPresent();
        if (isTiny || isHuge) {
            return Optional.of("%s leaves sessions idle %s: %s is %s, which counts in %s."
                    .formatted(
                            database,
                            howLong(limit.limit()),
                            limit.variable(),
                            limit.written(),
                            isTiny ? "milliseconds" : "seconds"));
        }
        return limit.overruled().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "%s leaves sessions idle %s by %s, and not as long as %s says: Aurora takes the smaller one."
                                .formatted(
                                        database,
                                        howLong(limit.limit()),
                                        limit.variable(),
                                        limit.overruled().get(0)));
    }

    /** The memory of a serverless instance changes, and with it what it can bear. */
    private static Optional<Finding> literalConnections(Reached reached) {
        DeployedDatabase database = reached.database();
        boolean isServerless = says(database, Attribute.INSTANCE_CLASS, "db.serverless");
        return database.parameter("max_connections")
                .filter(value -> isServerless)
                .flatMap(value -> value.matching(text -> text.strip().matches("\\d{1,9}")))
                .map(match -> finding(
                        reached,
                        "max_connections",
                        "The database '%s' is serverless and has max_connections = %s, whatever its capacity is."
                                .formatted(database.id(), match.value().strip()),
                        match.evidence()));
    }

    private static Finding finding(Reached reached, String variable, String message, Evidence evidence) {
        return new Finding(
                evidence.lastLocation().orElse(reached.database().location()),
                new Subject(
                        reached.database().location().file(), reached.database().id(), variable),
                message,
                reached.certainty(),
                evidence);
    }

    private static boolean says(DeployedDatabase database, Attribute attribute, String text) {
        return database.attribute(attribute).stream()
                .flatMap(value -> value.candidates().stream())
                .anyMatch(known -> known.value().equals(text));
    }

    private static String engine(DeployedDatabase database) {
        return Stream.of(Attribute.ENGINE, Attribute.ENGINE_VERSION)
                .flatMap(attribute -> database.attribute(attribute).stream())
                .flatMap(value -> value.candidates().stream().limit(1))
                .map(Value.Known::value)
                .reduce((engine, version) -> engine + " " + version)
                .orElse("older");
    }

    private static String howLong(Value<Duration> limit) {
        Duration duration =
                limit.candidates().stream().findFirst().map(Value.Known::value).orElse(Duration.ZERO);
        if (duration.isZero()) {
            return "for ever";
        }
        if (duration.toMillis() % 1000 != 0) {
            return "for " + duration.toMillis() + " ms";
        }
        return duration.toSeconds() % 3600 == 0
                ? "for " + duration.toHours() + " h"
                : "for " + duration.toSeconds() + " s";
    }
}

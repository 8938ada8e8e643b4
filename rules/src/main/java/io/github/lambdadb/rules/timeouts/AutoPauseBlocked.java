package io.github.lambdadb.rules.timeouts;

import com.google.auto.service.AutoService;
import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.DeployedDatabase;
import io.github.lambdadb.facts.DeployedDatabase.Attribute;
import io.github.lambdadb.facts.DeployedProxy;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.IdleLimit;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.facts.Subject;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Certainty;
import io.github.lambdadb.value.Match;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports clusters that are to pause by themselves and cannot, or whose first request after a pause fails. */
@AutoService(Rule.class)
public final class AutoPauseBlocked implements Rule {
    /** What a resume takes after a short pause; after more than a day it is about twice as long. */
    private static final Duration RESUME = Duration.ofSeconds(15);

    private static final Duration PAUSES_AFTER = Duration.ofMinutes(5);

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "auto-pause-blocked",
            "Cluster that is to pause by itself cannot, or its first request after a pause fails",
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
        Stream<Finding> byProxies = facts.deployments().databases().stream()
                .flatMap(database -> pause(database).stream().flatMap(zero -> proxied(database, zero, facts)));
        Stream<Finding> bySources = Reached.in(facts)
                .flatMap(reached ->
                        pause(reached.database()).stream().flatMap(zero -> check(reached, zero, facts).stream()));
        Stream.concat(byProxies, bySources)
                .forEach(finding -> found.merge(
                        List.of(finding.location(), finding.subject()),
                        finding,
                        (one, other) -> one.certainty() == Certainty.POSSIBLE ? other : one));
        return found.values().stream();
    }

    /** The capacity of zero that makes a cluster pause. */
    private static Optional<Match<String>> pause(DeployedDatabase database) {
        return database.attribute(Attribute.MINIMUM_CAPACITY)
                .flatMap(value -> value.matching(text -> text.matches("0{1,4}(\\.0{1,4})?")));
    }

    private static Stream<Finding> proxied(DeployedDatabase database, Match<String> zero, Facts facts) {
        return facts.deployments().proxies().stream()
                .filter(proxy -> proxy.targets().contains(database.id()))
                .limit(1)
                .map(proxy -> new Finding(
                        zero.evidence().origin().orElse(database.location()),
                        subject(database, "proxy"),
                        "The cluster '%s' never pauses, although its minimum capacity is 0: the RDS Proxy '%s' keeps sessions open."
                                .formatted(database.id(), proxy.id()),
                        zero.certainty(),
                        declared(proxy).then(zero.evidence())));
    }

    private static Evidence declared(DeployedProxy proxy) {
        return Evidence.of(proxy.location(), "declares the RDS Proxy");
    }

    private static Optional<Finding> check(Reached reached, Match<String> zero, Facts facts) {
        Certainty certainty = reached.certainty() == Certainty.DEFINITE ? zero.certainty() : Certainty.POSSIBLE;
        Duration pausesAfter = pausesAfter(reached.database());
        Optional<String> open = staysOpen(reached, pausesAfter, facts);
        if (open.isPresent()) {
            DeployedDatabase database = reached.database();
            return Optional.of(new Finding(
                    zero.evidence().origin().orElse(database.location()),
                    subject(database, "sessions"),
                    "The cluster '%s' has to be without sessions for %d s to pause, and sessions of %s stay open between invocations (%s)."
                            .formatted(
                                    database.id(),
                                    pausesAfter.toSeconds(),
                                    reached.source().functionNames(),
                                    open.get()),
                    certainty,
                    reached.source().path().then(zero.evidence())));
        }
        return impatient(reached, zero, certainty);
    }

    private static Duration pausesAfter(DeployedDatabase database) {
        return database.attribute(Attribute.AUTO_PAUSE).stream()
                .flatMap(value -> value.candidates().stream())
                .filter(known -> known.value().matches("\\d{1,6}"))
                .map(known -> Duration.ofSeconds(Long.parseLong(known.value())))
                .findFirst()
                .orElse(PAUSES_AFTER);
    }

    /** Why sessions outlast the time after which the cluster would pause; empty when that is not known. */
    private static Optional<String> staysOpen(Reached reached, Duration pausesAfter, Facts facts) {
        if (!reached.keepsSessions()) {
            return Optional.empty();
        }
        Optional<Duration> declared = facts.database().serverIdleTimeout();
        if (declared.isPresent()) {
            return declared.filter(limit -> limit.compareTo(pausesAfter) > 0)
                    .map(limit -> "the server ends them after " + limit.toSeconds() + " s");
        }
        for (IdleLimit limit : reached.endpoint().idleLimits()) {
            Optional<String> reason = reason(limit, pausesAfter);
            boolean isByClient = limit.state() != IdleLimit.State.SET && reached.hasStoryOfServer();
            if (reason.isPresent() && !isByClient) {
                return reason;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> reason(IdleLimit limit, Duration pausesAfter) {
        return switch (limit.state()) {
            case NOT_SEEN -> Optional.empty();
            case DEFAULT, UNSUPPORTED -> Optional.of("nothing sets " + limit.variable());
            case SET ->
                limit.limit()
                        .matching(value -> value.isZero() || value.compareTo(pausesAfter) > 0)
                        .map(match -> limit.variable() + " is " + limit.written());
        };
    }

    /** A wait that is over before the cluster is back. */
    private static Optional<Finding> impatient(Reached reached, Match<String> zero, Certainty certainty) {
        ConnectionSource source = reached.source();
        return Waits.ofLogin(source)
                .flatMap(wait ->
                        wait.duration().matching(value -> !value.isZero() && value.compareTo(RESUME) < 0).stream()
                                .map(match -> Map.entry(wait, match)))
                .min(Comparator.comparing(entry -> entry.getValue().value()))
                .map(entry -> finding(reached, entry.getKey(), entry.getValue(), zero, certainty));
    }

    private static Finding finding(
            Reached reached, Setting wait, Match<Duration> match, Match<String> zero, Certainty certainty) {
        ConnectionSource source = reached.source();
        boolean surely = certainty == Certainty.DEFINITE && match.certainty() == Certainty.DEFINITE;
        Location location = wait.isSet() ? match.evidence().origin().orElse(source.site()) : source.site();
        String howLong = match.value().toMillis() + " ms";
        String clause = Waits.clause(
                wait.property(),
                surely,
                match.value().toMillis() % 1000 == 0 ? match.value().toSeconds() + " s" : howLong);
        return new Finding(
                location,
                source.subject(),
                "%s %s (%s%s), and the cluster '%s', which pauses when it is idle, takes about 15 s to resume."
                        .formatted(
                                source.title(),
                                clause,
                                wait.key(),
                                wait.isSet() ? "" : " by default",
                                reached.database().id()),
                surely ? Certainty.DEFINITE : Certainty.POSSIBLE,
                source.path().then(zero.evidence()).then(match.evidence()));
    }

    private static Subject subject(DeployedDatabase database, String what) {
        return new Subject(database.location().file(), database.id(), what);
    }
}

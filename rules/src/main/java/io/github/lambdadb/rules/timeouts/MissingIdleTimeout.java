package io.github.lambdadb.rules.timeouts;

import com.google.auto.service.AutoService;
import io.github.lambdadb.budget.Budget;
import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.ConnectionSource.Kind;
import io.github.lambdadb.facts.DeployedProxy;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.IdleLimit;
import io.github.lambdadb.facts.IdleTimeoutStory;
import io.github.lambdadb.facts.IdleTimeoutStory.Grade;
import io.github.lambdadb.facts.Lifetime;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.Change;
import io.github.lambdadb.rule.EachSource;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Remedy;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Certainty;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports kept sessions that nothing ends while the execution environment is idle. */
@AutoService(Rule.class)
public final class MissingIdleTimeout implements Rule {

    /** IdleClientTimeout of RDS Proxy when nothing sets it, in seconds (RDS User Guide). */
    private static final int PROXY_DEFAULT = 1800;

    /** Longer than the pauses of a function that is in use, and half of what the rule takes for an answer. */
    private static final Duration ENDED_AFTER = Duration.ofMinutes(5);

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "missing-idle-timeout",
            "Nothing ends kept sessions while the execution environment is idle",
            Category.TIMEOUTS,
            Severity.WARNING,
            "1.0",
            List.of());

    @Override
    public RuleDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Stream<Finding> check(Facts facts, Options options) {
        if (facts.database().serverIdleTimeout().isPresent()) {
            return Stream.empty();
        }
        List<ConnectionSource> kept = facts.sources().stream()
                .filter(source -> source.lifetime() == Lifetime.ENVIRONMENT && source.kind() != Kind.DATA_SOURCE)
                .toList();
        return Stream.concat(
                EachSource.judge(
                        kept.stream().filter(source -> !isExposed(source)), source -> judged(source, facts, false)),
                EachSource.judge(
                        kept.stream().filter(MissingIdleTimeout::isExposed), source -> judged(source, facts, true)));
    }

    /** Nothing bounds the environments, and the server is known to leave their sessions alone for hours, or for ever. */
    private static boolean isExposed(ConnectionSource source) {
        boolean isUnbounded = source.functions().stream()
                .anyMatch(function -> !function.deployments().isEmpty()
                        && !Budget.environments(function).isBounded());
        return isUnbounded
                && !source.endpoints().isEmpty()
                && source.endpoints().stream()
                        .allMatch(endpoint -> endpoint.certainty() == Certainty.DEFINITE
                                && endpoint.idleLimits().stream()
                                        .anyMatch(limit -> limit.state() == IdleLimit.State.DEFAULT));
    }

    private static Stream<Finding> judged(ConnectionSource source, Facts facts, boolean isExposed) {
        return check(source).stream()
                .map(finding -> lessSure(source, finding, facts))
                .map(finding -> isExposed
                                && finding.severity().isEmpty()
                                && source.idleTimeoutStories().isEmpty()
                        ? finding.withSeverity(Severity.ERROR)
                        : finding);
    }

    private static Optional<Finding> check(ConnectionSource source) {
        Optional<IdleTimeoutStory> best = stories(source, Certainty.DEFINITE).findFirst();
        if (best.isEmpty()) {
            return Optional.of(finding(source, "nothing that was seen ends its idle sessions", Evidence.none()));
        }
        IdleTimeoutStory story = best.get();
        if (story.grade() == Grade.PROXY) {
            return raised(source);
        }
        Optional<Finding> told = clause(story).map(clause -> finding(source, clause, story.evidence()));
        return isHalfAnAnswer(story) ? told.map(finding -> finding.withSeverity(Severity.NOTE)) : told;
    }

    private static Stream<IdleTimeoutStory> stories(ConnectionSource source, Certainty certainty) {
        return source.idleTimeoutStories().stream()
                .filter(story -> story.certainty() == certainty)
                .sorted(Comparator.comparing(IdleTimeoutStory::grade));
    }

    /** A proxy keeps idle clients, each of which is a session of the proxy alone, until its own timeout. */
    private static Optional<Finding> raised(ConnectionSource source) {
        return source.endpoints().stream()
                .flatMap(endpoint -> endpoint.proxies().stream())
                .flatMap(proxy -> proxy.attribute(DeployedProxy.Attribute.IDLE_CLIENT_TIMEOUT).stream()
                        .flatMap(value -> value.matching(MissingIdleTimeout::isRaised).stream())
                        .map(match -> finding(
                                        source,
                                        "the RDS Proxy '%s' keeps its idle clients for %s s instead of the default of %d s"
                                                .formatted(proxy.id(), match.value(), PROXY_DEFAULT),
                                        match.evidence())
                                .withSeverity(Severity.NOTE)))
                .findFirst();
    }

    private static boolean isRaised(String seconds) {
        return seconds.strip().matches("\\d{1,9}") && Integer.parseInt(seconds.strip()) > PROXY_DEFAULT;
    }

    /** A database or proxy of the repository may be what a host is that only the environment knows. */
    private static Finding lessSure(ConnectionSource source, Finding finding, Facts facts) {
        Optional<IdleTimeoutStory> possible = stories(source, Certainty.POSSIBLE)
                .filter(story -> story.grade() == Grade.SERVER || story.grade() == Grade.PROXY)
                .findFirst();
        if (possible.isPresent()) {
            return note(finding, possibly(possible.get()), possible.get().evidence());
        }
        List<Location> proxies = facts.database().proxies();
        boolean hostKnown = source.urls().isComplete()
                && source.urls().candidates().stream()
                        .noneMatch(url -> url.value().isHostUnknown());
        return proxies.isEmpty() || hostKnown
                ? finding
                : note(finding, possibly(proxies.get(0)), Evidence.of(proxies.get(0), "declares an RDS Proxy"));
    }

    private static String possibly(IdleTimeoutStory story) {
        return story.grade() == Grade.SERVER
                ? story.description() + ", but whether that is its database is not known"
                : story.evidence()
                        .lastLocation()
                        .map(MissingIdleTimeout::possibly)
                        .orElse("whether " + story.description() + " is not known");
    }

    private static String possibly(Location proxy) {
        return "whether its host is the RDS Proxy that %s declares is not known".formatted(proxy);
    }

    private static Finding note(Finding finding, String clause, Evidence evidence) {
        return new Finding(
                        finding.location(),
                        finding.subject(),
                        finding.message().substring(0, finding.message().length() - 1) + "; " + clause + ".",
                        Certainty.POSSIBLE,
                        finding.evidence().then(evidence))
                .withSeverity(Severity.NOTE);
    }

    private static boolean isHalfAnAnswer(IdleTimeoutStory story) {
        return switch (story.grade()) {
            case FREED_AT_SHUTDOWN, AGE_CHECKED -> true;
            default -> false;
        };
    }

    private static Optional<String> clause(IdleTimeoutStory story) {
        String what = story.description();
        return switch (story.grade()) {
            case SERVER, PROXY, RELEASED, NO_SESSION -> Optional.empty();
            case FREED_AT_SHUTDOWN ->
                Optional.of("its sessions are freed only when the environment ends (" + what + ")");
            case AGE_CHECKED ->
                Optional.of("its sessions are freed at the next invocation at the earliest (" + what + ")");
            case CLIENT_TIMER ->
                Optional.of("only a timer of the client ends its idle sessions (" + what
                        + "), which stands still while Lambda has frozen the environment");
            case INEFFECTIVE -> Optional.of("what looks like an idle timeout has no effect (" + what + ")");
        };
    }

    /** A URL that was not seen to its end may set an idle timeout of the server. */
    private static boolean isUrlKnown(ConnectionSource source) {
        return source.urls().isComplete()
                && source.urls().candidates().stream()
                        .allMatch(url ->
                                !url.value().driver().isEmpty() && url.value().propertiesComplete());
    }

    private static Finding finding(ConnectionSource source, String clause, Evidence evidence) {
        return new Finding(
                        source.site(),
                        source.subject(),
                        "%s lives as long as the execution environment, and %s.".formatted(source.title(), clause),
                        isUrlKnown(source) ? Certainty.DEFINITE : Certainty.POSSIBLE,
                        source.path().then(evidence))
                .withRemedy(new Remedy(
                        io.github.lambdadb.rule.Grade.REVIEW,
                        "let the server end sessions that are idle for %d s".formatted(ENDED_AFTER.toSeconds()),
                        new Change.EndIdleSessions(source, ENDED_AFTER)));
    }
}

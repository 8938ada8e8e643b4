package io.github.lambdadb.rules.timeouts;

import com.google.auto.service.AutoService;
import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.ConnectionSource.Kind;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.IdleTimeoutStory;
import io.github.lambdadb.facts.Lifetime;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.EachSource;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Certainty;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports kept sessions that nothing ends while the execution environment is idle. */
@AutoService(Rule.class)
public final class MissingIdleTimeout implements Rule {

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
        return EachSource.judge(
                facts.sources().stream()
                        .filter(source ->
                                source.lifetime() == Lifetime.ENVIRONMENT && source.kind() != Kind.DATA_SOURCE),
                source -> check(source).stream().map(finding -> lessSure(source, finding, facts)));
    }

    private static Optional<Finding> check(ConnectionSource source) {
        Optional<IdleTimeoutStory> best =
                source.idleTimeoutStories().stream().min(Comparator.comparing(IdleTimeoutStory::grade));
        if (best.isEmpty()) {
            return Optional.of(finding(source, "nothing that was seen ends its idle sessions", Evidence.none()));
        }
        IdleTimeoutStory story = best.get();
        Optional<Finding> told = clause(story).map(clause -> finding(source, clause, story.evidence()));
        return isHalfAnAnswer(story) ? told.map(finding -> finding.withSeverity(Severity.NOTE)) : told;
    }

    /** A proxy that the repository declares may be what a host is that only the environment knows. */
    private static Finding lessSure(ConnectionSource source, Finding finding, Facts facts) {
        List<Location> proxies = facts.database().proxies();
        boolean hostKnown = source.urls().isComplete()
                && source.urls().candidates().stream()
                        .noneMatch(url -> url.value().isHostUnknown());
        if (proxies.isEmpty() || hostKnown) {
            return finding;
        }
        return new Finding(
                        finding.location(),
                        finding.subject(),
                        finding.message().substring(0, finding.message().length() - 1)
                                + "; whether its host is the RDS Proxy that %s declares is not known."
                                        .formatted(proxies.get(0)),
                        Certainty.POSSIBLE,
                        finding.evidence().then(Evidence.of(proxies.get(0), "declares an RDS Proxy")))
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
                source.path().then(evidence));
    }
}

package io.github.lambdadb.rules.resilience;

import com.google.auto.service.AutoService;
import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.Lifetime;
import io.github.lambdadb.facts.Renewal;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.Change;
import io.github.lambdadb.rule.EachSource;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Grade;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Remedy;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Certainty;
import java.util.List;
import java.util.stream.Stream;

/** Reports kept sessions that are reopened only after a check which does not ask the server. */
@AutoService(Rule.class)
public final class ClosedCheckIsNotLiveness implements Rule {

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "closed-check-is-not-liveness",
            "Check does not notice a session that the server has ended",
            Category.RESILIENCE,
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
                        .filter(source -> source.lifetime() == Lifetime.ENVIRONMENT
                                && source.renewal().kind() == Renewal.Kind.CLOSED_CHECK_ONLY
                                && source.hasServerSessions()
                                && !source.isReleased()),
                source -> Stream.of(finding(source)));
    }

    private static Finding finding(ConnectionSource source) {
        Evidence best = source.renewal().evidence();
        Evidence check = best.lastLocation().isPresent()
                ? best
                : source.closedChecks().stream().findFirst().orElse(best);
        Location location = check.lastLocation().orElse(source.site());
        String detail = source.renewal().detail().isEmpty()
                ? ""
                : " (" + source.renewal().detail() + ")";
        return new Finding(
                        location,
                        source.subject(),
                        "%s is reopened only after a check that asks no server%s; a session that the server has ended passes it, and the next statement fails."
                                .formatted(source.title(), detail),
                        Certainty.DEFINITE,
                        source.path().then(check))
                .withRemedy(
                        new Remedy(Grade.SAFE, "ask the server with isValid instead", new Change.AskServer(location)));
    }
}

package io.github.lambdadb.rules.resilience;

import com.google.auto.service.AutoService;
import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.ConnectionSource.Kind;
import io.github.lambdadb.facts.DatabaseCall;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.Lifetime;
import io.github.lambdadb.facts.Property;
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
import io.github.lambdadb.value.Certainty;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports calls on a kept session that nothing tests, and nothing opens again, after the server ended it. */
@AutoService(Rule.class)
public final class MissingReconnect implements Rule {

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "missing-reconnect",
            "Kept session is used without a test or a way to reopen it",
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
                                && source.kind() != Kind.DATA_SOURCE
                                && source.hasServerSessions()
                                && !source.isReleased()),
                source -> check(source).stream());
    }

    private static Optional<Finding> check(ConnectionSource source) {
        return source.unguardedCalls().stream().findFirst().flatMap(call -> switch (source.renewal()
                .kind()) {
            case NONE -> Optional.of(source.kind() == Kind.CONNECTION ? atCall(source, call) : atSite(source, call));
            case BACKGROUND_ONLY -> Optional.of(inBackground(source, call));
            default -> Optional.empty();
        });
    }

    private static Finding atCall(ConnectionSource source, DatabaseCall call) {
        String message =
                "'%s'%s on the connection '%s', which is opened at %s and kept; nothing tests or reopens the session when the server has ended it."
                        .formatted(
                                call.call(),
                                source.unguardedCalls().size() == 1 ? " runs" : others(source) + " run",
                                source.subject().name(),
                                source.site());
        return new Finding(call.location(), source.subject(), message, Certainty.DEFINITE, evidence(source, call))
                .withSeverity(Severity.ERROR);
    }

    private static Finding atSite(ConnectionSource source, DatabaseCall call) {
        String message = "%s hands out sessions that the server may have ended%s; first used by '%s' at %s%s."
                .formatted(source.title(), detail(source), call.call(), call.location(), others(source));
        return new Finding(source.site(), source.subject(), message, Certainty.DEFINITE, evidence(source, call))
                .withRemedy(testOnBorrow(source));
    }

    private static Remedy testOnBorrow(ConnectionSource source) {
        return new Remedy(
                Grade.SAFE,
                "test each session when it is borrowed",
                new Change.Set(source, Property.VALIDATES_ON_BORROW, "true"));
    }

    private static Finding inBackground(ConnectionSource source, DatabaseCall call) {
        String message =
                "%s tests its sessions in the background or only after some idle time%s; '%s' at %s%s may meet one that the server has ended."
                        .formatted(source.title(), detail(source), call.call(), call.location(), others(source));
        return new Finding(source.site(), source.subject(), message, Certainty.POSSIBLE, evidence(source, call))
                .withRemedy(testOnBorrow(source));
    }

    private static String detail(ConnectionSource source) {
        String detail = source.renewal().detail();
        return detail.isEmpty() ? "" : " (" + detail + ")";
    }

    private static String others(ConnectionSource source) {
        int others = source.unguardedCalls().size() - 1;
        return others == 0 ? "" : others == 1 ? " and 1 other call" : " and " + others + " other calls";
    }

    private static Evidence evidence(ConnectionSource source, DatabaseCall call) {
        return source.path()
                .then(source.renewal().evidence())
                .then(call.path())
                .then(Evidence.of(call.location(), call.call() + " needs a live session"));
    }
}

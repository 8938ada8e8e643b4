package io.github.lambdadb.rules.lifecycle;

import com.google.auto.service.AutoService;
import io.github.lambdadb.budget.Budget;
import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.KeptSession;
import io.github.lambdadb.facts.Lifetime;
import io.github.lambdadb.facts.ThreadSharing;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.EachSource;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.value.Certainty;
import java.util.List;
import java.util.stream.Stream;

/** Reports one connection that several invocations, or threads that the code starts, use at once. */
@AutoService(Rule.class)
public final class SharedConnection implements Rule {

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "shared-connection",
            "Invocations or threads that run at once share one connection",
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
        Stream<Finding> amongInvocations = Budget.byInvocations(facts).entrySet().stream()
                .filter(group -> group.getKey() > 1)
                .flatMap(group -> EachSource.judge(
                        group.getValue().stream().filter(SharedConnection::isOneSession),
                        source -> Stream.of(finding(source, group.getKey()))));
        Stream<Finding> ofKeptSessions = Budget.byInvocations(facts).entrySet().stream()
                .filter(group -> group.getKey() > 1)
                .flatMap(group -> EachSource.judge(
                        group.getValue().stream().filter(ConnectionSource::hasServerSessions),
                        source -> source.use().keptSessions().stream()
                                .map(session -> finding(source, session, group.getKey()))));
        Stream<Finding> amongThreads = EachSource.judge(
                facts.sources().stream().filter(ConnectionSource::hasServerSessions),
                source -> source.use().sharings().stream().map(sharing -> finding(source, sharing)));
        return Stream.of(amongInvocations, ofKeptSessions, amongThreads).flatMap(findings -> findings);
    }

    private static Finding finding(ConnectionSource source, ThreadSharing sharing) {
        return new Finding(
                sharing.start(),
                sharing.first().subject(),
                "%s has a session that two threads use at once, and so share its transaction: '%s' at %s, which '%s' starts, and '%s' at %s."
                        .formatted(
                                source.title(),
                                sharing.first().call(),
                                sharing.first().location(),
                                sharing.how(),
                                sharing.second().call(),
                                sharing.second().location()),
                sharing.certainty(),
                sharing.evidence());
    }

    private static boolean isOneSession(ConnectionSource source) {
        return source.lifetime() == Lifetime.ENVIRONMENT
                && source.hasServerSessions()
                && (source.kind() == ConnectionSource.Kind.CONNECTION
                        || source.kind() == ConnectionSource.Kind.SINGLE_SESSION);
    }

    private static Finding finding(ConnectionSource source, KeptSession session, int invocations) {
        return new Finding(
                session.location(),
                source.subject(),
                "The %s of %s lives as long as the execution environment, which runs up to %d invocations at once: they share one session and its transaction."
                        .formatted(session.noun(), source.functionNames(), invocations),
                Certainty.DEFINITE,
                session.evidence());
    }

    private static Finding finding(ConnectionSource source, int invocations) {
        return new Finding(
                source.site(),
                source.subject(),
                "%s lives as long as the execution environment, which runs up to %d invocations at once: they share one session and its transaction."
                        .formatted(source.title(), invocations),
                Certainty.DEFINITE,
                source.path());
    }
}

package io.github.lambdadb.rules.lifecycle;

import com.google.auto.service.AutoService;
import io.github.lambdadb.budget.SameDatabase;
import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.Lifetime;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.EachSource;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Option;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Certainty;
import java.util.List;
import java.util.stream.Stream;

/** Reports sources that live longer or shorter than the team wants. */
@AutoService(Rule.class)
public final class LifecyclePolicy implements Rule {

    private static final Option<String> LIFECYCLE = new Option<>(
            "lifecycle",
            "either",
            "How long sources live: 'kept', 'per-invocation', or 'either' of the two.",
            List.of("either", "kept", "per-invocation"));

    private static final Option<List<String>> FUNCTIONS = new Option<>(
            "functions",
            List.of(),
            "Lifecycles of single functions, 'nightly-*=per-invocation': by name or handler, '*' for any text.");

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "lifecycle-policy",
            "Source lives longer or shorter than the team wants",
            Category.LIFECYCLE,
            Severity.WARNING,
            "1.0",
            List.of(LIFECYCLE, FUNCTIONS));

    @Override
    public RuleDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Stream<Finding> check(Facts facts, Options options) {
        Lifecycles lifecycles = Lifecycles.of(options.get(LIFECYCLE), options.get(FUNCTIONS));
        return Stream.of(
                        judge(
                                lifecycles.sources(facts, "kept"),
                                Lifetime.INVOCATION,
                                "is opened in each invocation, and the policy is 'kept'"),
                        judge(
                                lifecycles.sources(facts, "per-invocation"),
                                Lifetime.ENVIRONMENT,
                                "outlives the invocation, and the policy is 'per-invocation'"),
                        mixed(lifecycles.sources(facts, "either")))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> judge(List<ConnectionSource> sources, Lifetime against, String clause) {
        return EachSource.judge(
                sources.stream()
                        .filter(source -> source.lifetime() == against
                                && source.hasServerSessions()
                                && source.kind() != ConnectionSource.Kind.DATA_SOURCE),
                source -> Stream.of(new Finding(
                        source.site(),
                        source.subject(),
                        "%s %s (lifecycle).".formatted(source.title(), clause),
                        Certainty.DEFINITE,
                        source.path())));
    }

    /** One function that does both with one database. */
    private static Stream<Finding> mixed(List<ConnectionSource> sources) {
        return sources.stream()
                .filter(source -> source.lifetime() == Lifetime.INVOCATION
                        && source.kind() != ConnectionSource.Kind.DATA_SOURCE
                        && source.hasServerSessions())
                .flatMap(source -> sources.stream()
                        .filter(other -> isKeptBeside(source, other))
                        .limit(1)
                        .map(other -> finding(source, other)));
    }

    private static boolean isKeptBeside(ConnectionSource source, ConnectionSource other) {
        return other.lifetime() == Lifetime.ENVIRONMENT
                && other.kind() != ConnectionSource.Kind.DATA_SOURCE
                && other.functions().stream().anyMatch(source.functions()::contains)
                && SameDatabase.of(source).isPresent()
                && SameDatabase.of(source).equals(SameDatabase.of(other));
    }

    private static Finding finding(ConnectionSource source, ConnectionSource kept) {
        return new Finding(
                        source.site(),
                        source.subject(),
                        "%s is opened in each invocation, beside one to the same database that is kept (%s)."
                                .formatted(source.title(), kept.site()),
                        Certainty.DEFINITE,
                        source.path().then(Evidence.of(kept.site(), "is kept")))
                .withSeverity(Severity.NOTE);
    }
}

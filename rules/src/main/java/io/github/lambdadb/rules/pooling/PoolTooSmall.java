package io.github.lambdadb.rules.pooling;

import com.google.auto.service.AutoService;
import io.github.lambdadb.budget.Budget;
import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.Lifetime;
import io.github.lambdadb.facts.NestedBorrow;
import io.github.lambdadb.facts.ParallelBorrow;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Setting;
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
import io.github.lambdadb.value.Match;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports pools that have fewer sessions than an environment asks for at once. */
@AutoService(Rule.class)
public final class PoolTooSmall implements Rule {

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "pool-too-small",
            "Pool has fewer sessions than are asked for at once",
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
                                        source.kind() == ConnectionSource.Kind.POOL && source.hasServerSessions()),
                        pool -> size(pool).stream().flatMap(size -> check(pool, size, group.getKey()).stream())));
    }

    private static Optional<Setting> size(ConnectionSource pool) {
        return pool.setting(Property.MAXIMUM_SIZE).filter(size -> size.origin() != Setting.Origin.UNKNOWN);
    }

    private static Optional<Finding> check(ConnectionSource pool, Setting size, int invocations) {
        return nested(pool, size).or(() -> locked(pool, size, invocations)).or(() -> shared(pool, size, invocations));
    }

    /** Invocations that run at once wait for each other. */
    private static Optional<Finding> shared(ConnectionSource pool, Setting size, int invocations) {
        return size.number()
                .matching(number -> number < invocations)
                .filter(match -> pool.lifetime() == Lifetime.ENVIRONMENT)
                .map(match -> new Finding(
                        location(pool, size, match),
                        pool.subject(),
                        "%s has %s for up to %d invocations that one execution environment runs at once; the others wait%s."
                                .formatted(pool.title(), sessions(match.value()), invocations, waiting(pool)),
                        match.certainty(),
                        pool.path().then(match.evidence())));
    }

    private static String waiting(ConnectionSource pool) {
        return pool.setting(Property.CONNECTION_TIMEOUT)
                .flatMap(timeout -> timeout.duration().matching(duration -> !duration.isZero()))
                .map(match -> " up to " + match.value().toMillis() + " ms")
                .orElse("");
    }

    /** A way that holds more sessions than there are waits for itself. */
    private static Optional<Finding> nested(ConnectionSource pool, Setting size) {
        return pool.use().nestedBorrows().stream()
                .flatMap(borrow -> size
                        .number()
                        .matching(number -> number < borrow.depth())
                        .map(match -> nested(pool, size, borrow, match))
                        .stream())
                .findFirst();
    }

    private static Finding nested(ConnectionSource pool, Setting size, NestedBorrow borrow, Match<Integer> match) {
        boolean sure = borrow.certainty() == Certainty.DEFINITE && match.certainty() == Certainty.DEFINITE;
        String message = "%s has %s, and one invocation %s %d of them at once: the last borrower waits for itself."
                .formatted(pool.title(), sessions(match.value()), sure ? "borrows" : "may borrow", borrow.depth());
        return new Finding(
                location(pool, size, match),
                pool.subject(),
                message,
                sure ? Certainty.DEFINITE : Certainty.POSSIBLE,
                pool.path().then(match.evidence()).then(borrow.evidence()));
    }

    /** Borrowers that each hold some sessions while they wait for one more may all wait for each other. */
    private static Optional<Finding> locked(ConnectionSource pool, Setting size, int invocations) {
        long borrowers = (long) pool.use().borrowers() * (pool.lifetime() == Lifetime.ENVIRONMENT ? invocations : 1);
        if (borrowers < 2 || borrowers >= Integer.MAX_VALUE) {
            return Optional.empty();
        }
        return pool.use().nestedBorrows().stream()
                .flatMap(borrow -> size
                        .number()
                        .matching(number -> number <= borrowers * (borrow.depth() - 1))
                        .map(match -> locked(pool, size, borrow, borrowers, match))
                        .stream())
                .findFirst();
    }

    private static Finding locked(
            ConnectionSource pool, Setting size, NestedBorrow borrow, long borrowers, Match<Integer> match) {
        return new Finding(
                location(pool, size, match),
                pool.subject(),
                "%s has %s for %d borrowers at once that need %d each: with fewer than %d, all of them may wait for each other."
                        .formatted(
                                pool.title(),
                                sessions(match.value()),
                                borrowers,
                                borrow.depth(),
                                borrowers * (borrow.depth() - 1) + 1),
                borrow.certainty() == Certainty.DEFINITE ? match.certainty() : Certainty.POSSIBLE,
                pool.path().then(match.evidence()).then(borrow.evidence()).then(threads(pool)));
    }

    private static Evidence threads(ConnectionSource pool) {
        return pool.use().parallelBorrows().stream()
                .map(ParallelBorrow::evidence)
                .findFirst()
                .orElse(Evidence.none());
    }

    private static String sessions(int number) {
        return number == 1 ? "1 session" : number + " sessions";
    }

    private static Location location(ConnectionSource pool, Setting size, Match<Integer> match) {
        return size.isSet() ? match.evidence().origin().orElse(pool.site()) : pool.site();
    }
}

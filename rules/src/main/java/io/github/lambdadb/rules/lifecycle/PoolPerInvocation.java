package io.github.lambdadb.rules.lifecycle;

import com.google.auto.service.AutoService;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.Opening;
import io.github.lambdadb.facts.Opening.Kind;
import io.github.lambdadb.facts.Opening.Release;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.value.Certainty;
import java.util.List;
import java.util.stream.Stream;

/** Reports pools that an invocation makes, and those that it leaves behind. */
@AutoService(Rule.class)
public final class PoolPerInvocation implements Rule {

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "pool-per-invocation",
            "Each invocation makes a pool of its own",
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
        return facts.openings().stream()
                .filter(opening -> opening.kind() == Kind.POOL)
                .filter(opening -> opening.leaks() || opening.release() == Release.CLOSED)
                .map(PoolPerInvocation::finding);
    }

    private static Finding finding(Opening pool) {
        Finding finding = new Finding(
                pool.site(),
                pool.subject(),
                "Each invocation of %s makes a %s of its own ('%s'), %s."
                        .formatted(
                                pool.functionNames(),
                                pool.noun(),
                                pool.subject().name(),
                                ending(pool)),
                Certainty.DEFINITE,
                pool.path().then(pool.way()));
        return pool.leaks() ? finding : finding.withSeverity(Severity.NOTE);
    }

    private static String ending(Opening pool) {
        return switch (pool.release()) {
            case NEVER -> "which is never closed: its sessions and threads stay when the invocation has returned";
            case NOT_ON_SOME_PATH -> "which is not closed on some path: its sessions and threads stay then";
            case NOT_ON_FAILURE -> "which stays open when a call before its close fails" + Ways.where(pool);
            default -> "and closes it again: the pool serves one invocation and saves no connect";
        };
    }
}

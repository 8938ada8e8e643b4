package io.github.lambdadb.report;

import io.github.lambdadb.rule.RuleDescriptor;
import java.util.Locale;

/** A rule's id with its category, for programs that sort by what stands before the last dot: {@code lambda-db.pooling.oversized-pool}. */
public final class RuleName {
    private RuleName() {}

    public static String of(RuleDescriptor rule) {
        return "lambda-db." + rule.category().name().toLowerCase(Locale.ROOT) + "." + rule.id();
    }
}

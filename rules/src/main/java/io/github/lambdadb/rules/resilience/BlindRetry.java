package io.github.lambdadb.rules.resilience;

import com.google.auto.service.AutoService;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.Repetition;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.source.Location;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reports writes that are repeated although they may have been committed, and work that is repeated without end. */
@AutoService(Rule.class)
public final class BlindRetry implements Rule {

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "blind-retry",
            "Work is repeated whatever became of it",
            Category.RESILIENCE,
            Severity.NOTE,
            "1.0",
            List.of());

    @Override
    public RuleDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Stream<Finding> check(Facts facts, Options options) {
        List<Repetition> repetitions = facts.behaviour().repetitions();
        Set<Location> written = repetitions.stream()
                .filter(repetition -> repetition.kind() == Repetition.Kind.WRITE)
                .map(Repetition::site)
                .collect(Collectors.toSet());
        return repetitions.stream()
                .filter(repetition -> switch (repetition.kind()) {
                    case WRITE -> true;
                    case WORK -> !repetition.hasLimit() && !written.contains(repetition.site());
                    case LOGIN -> false;
                })
                .map(BlindRetry::finding);
    }

    private static Finding finding(Repetition repetition) {
        String message = repetition.kind() == Repetition.Kind.WRITE
                ? "'%s' of %s is repeated when it fails, although it may have been committed: its effect may be there twice%s."
                        .formatted(
                                repetition.what(),
                                repetition.functionNames(),
                                repetition.hasLimit() ? "" : ", and nothing but success ends the repetition")
                : "%s repeats '%s' until it succeeds: while the database is away, each invocation lasts until its timeout."
                        .formatted(repetition.functionNames(), repetition.what());
        return new Finding(repetition.site(), repetition.subject(), message, repetition.certainty(), repetition.path());
    }
}

package com.acme.rules;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.value.Certainty;
import java.util.List;
import java.util.stream.Stream;

/** A rule of the house: every pool is told to the platform team. */
public final class NamelessPool implements Rule {
    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "nameless-pool", "Pool of the house has no name", Category.IDENTIFICATION, Severity.NOTE, "1.0", List.of());

    @Override
    public RuleDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Stream<Finding> check(Facts facts, Options options) {
        return facts.sources().stream()
                .filter(source -> source.kind() == ConnectionSource.Kind.POOL)
                .map(source -> new Finding(
                        source.site(),
                        source.subject(),
                        "%s has no name.".formatted(source.title()),
                        Certainty.DEFINITE,
                        source.path()));
    }
}

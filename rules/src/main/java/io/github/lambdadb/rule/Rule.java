package io.github.lambdadb.rule;

import io.github.lambdadb.facts.Facts;
import java.util.stream.Stream;

/** A pure function from facts to findings; found through {@link java.util.ServiceLoader}. */
public interface Rule {
    RuleDescriptor descriptor();

    /** The findings, in any order; must not throw for any facts. */
    Stream<Finding> check(Facts facts, Options options);
}

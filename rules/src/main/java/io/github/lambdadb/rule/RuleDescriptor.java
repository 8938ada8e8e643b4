package io.github.lambdadb.rule;

import java.util.List;

/**
 * What a rule declares about itself: its kebab-case id, a title without full stop, its category, the severity of a definite
 * match, the version since which it exists, and its options.
 */
public record RuleDescriptor(
        String id, String title, Category category, Severity severity, String since, List<Option<?>> options) {
    public RuleDescriptor {
        options = List.copyOf(options);
    }
}

package io.github.lambdadb.rule;

import java.util.List;

/**
 * What a rule declares about itself: its kebab-case id, a title without full stop, its category, the severity of a definite
 * match, the version since which it exists, and its options.
 *
 * @param isOptIn whether it runs only where a severity is configured for it
 */
public record RuleDescriptor(
        String id,
        String title,
        Category category,
        Severity severity,
        String since,
        List<Option<?>> options,
        boolean isOptIn) {
    public RuleDescriptor {
        options = List.copyOf(options);
    }

    /** Of a rule that runs unless it is switched off. */
    public RuleDescriptor(
            String id, String title, Category category, Severity severity, String since, List<Option<?>> options) {
        this(id, title, category, severity, since, options, false);
    }

    /** The severity that holds unless one is configured: {@code note}, {@code warning}, {@code error}, or {@code off}. */
    public String levelByDefault() {
        return isOptIn ? "off" : severity.level();
    }
}

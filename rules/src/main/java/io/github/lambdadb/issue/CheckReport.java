package io.github.lambdadb.issue;

import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.rule.RuleDescriptor;
import java.util.List;

/** All that a run found, of every status, sorted; with the facts behind it, the rules that ran, and the outcome. */
public record CheckReport(
        List<RuleDescriptor> rules,
        List<RulePage> pages,
        List<Issue> issues,
        Facts facts,
        List<RuleFailure> failures,
        Outcome outcome) {
    public CheckReport {
        rules = List.copyOf(rules);
        pages = List.copyOf(pages);
        issues = List.copyOf(issues);
        failures = List.copyOf(failures);
    }

    /** A rule's manual, in Markdown. */
    public record RulePage(String rule, String markdown) {}

    /** A rule that threw: our defect. */
    public record RuleFailure(String rule, String reason) {}
}

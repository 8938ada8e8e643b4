package io.github.lambdadb.issue;

import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.rule.RuleDescriptor;
import java.util.List;

/** All that a run found, of every status, sorted; with the facts behind it, the rules that ran, the outcome, and what it was compared with. */
public record CheckReport(
        List<RuleDescriptor> rules,
        List<RulePage> pages,
        List<Issue> issues,
        Facts facts,
        List<RuleFailure> failures,
        Outcome outcome,
        List<Baseline> baselines) {
    public CheckReport {
        rules = List.copyOf(rules);
        pages = List.copyOf(pages);
        issues = List.copyOf(issues);
        failures = List.copyOf(failures);
        baselines = List.copyOf(baselines);
    }

    /** A report that was compared with nothing. */
    public CheckReport(
            List<RuleDescriptor> rules,
            List<RulePage> pages,
            List<Issue> issues,
            Facts facts,
            List<RuleFailure> failures,
            Outcome outcome) {
        this(rules, pages, issues, facts, failures, outcome, List.of());
    }

    /** Whether it was compared with an earlier state, so that each issue is either known from there or new. */
    public boolean isCompared() {
        return !baselines.isEmpty();
    }

    /** Whether there was no function to analyse, and so nothing to find. */
    public boolean isEmpty() {
        return facts.functions().isEmpty() && issues.isEmpty();
    }

    public boolean isKnown(Issue issue) {
        return baselines.stream().anyMatch(baseline -> baseline.holds(issue));
    }

    /** A rule's manual, in Markdown. */
    public record RulePage(String rule, String markdown) {}

    /** A rule that threw: our defect. */
    public record RuleFailure(String rule, String reason) {}
}

package io.github.lambdadb.report.html;

import io.github.lambdadb.budget.Budget;
import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.issue.CheckReport.RulePage;
import io.github.lambdadb.issue.Issue;
import io.github.lambdadb.issue.Outcome;
import io.github.lambdadb.report.Counts;
import io.github.lambdadb.report.ToolVersion;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the templates show: the report, grouped for people. */
record Page(CheckReport report, Counts counts, List<Group> groups, Budget budget) {
    /** The findings of one severity and one rule, with the rule's page as HTML. */
    record Group(Severity severity, RuleDescriptor rule, String manual, List<Issue> issues) {
        Group {
            issues = List.copyOf(issues);
        }
    }

    Page {
        groups = List.copyOf(groups);
    }

    static Page of(CheckReport report) {
        return new Page(report, Counts.of(report), groups(report), Budget.of(report.facts()));
    }

    /** The most severe first, each sorted by rule. */
    private static List<Group> groups(CheckReport report) {
        Map<String, String> manuals =
                report.pages().stream().collect(Collectors.toMap(RulePage::rule, RulePage::markdown));
        List<Group> groups = new ArrayList<>();
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)) {
            Map<String, List<Issue>> byRule = report.issues().stream()
                    .filter(issue -> issue.isOpen() && issue.severity() == severity)
                    .collect(Collectors.groupingBy(issue -> issue.rule().id(), TreeMap::new, Collectors.toList()));
            byRule.forEach((id, issues) -> groups.add(
                    new Group(severity, issues.get(0).rule(), Manual.html(manuals.getOrDefault(id, "")), issues)));
        }
        return groups;
    }

    String version() {
        return ToolVersion.read().map(version -> "lambda-db " + version).orElse("lambda-db");
    }

    boolean isPassed() {
        return report.outcome() instanceof Outcome.Passed;
    }

    String outcome() {
        return report.outcome() instanceof Outcome.Failed failed ? failed.summary() : "No finding stops the build.";
    }

    List<Severity> severities() {
        return groups.stream()
                .map(Group::severity)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    List<Group> groups(Severity severity) {
        return groups.stream().filter(group -> group.severity() == severity).toList();
    }

    /** The heading of a severity: {@code 2 errors}. */
    String counted(Severity severity) {
        return Counts.counted(
                groups(severity).stream()
                        .mapToLong(group -> group.issues().size())
                        .sum(),
                severity.level());
    }

    List<Issue> accepted() {
        return report.issues().stream().filter(issue -> !issue.isOpen()).toList();
    }
}

package io.github.lambdadb.check;

import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.issue.CheckReport.RuleFailure;
import io.github.lambdadb.issue.Fix;
import io.github.lambdadb.issue.Issue;
import io.github.lambdadb.rule.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** From the facts of one module to its report: rules, severities, fingerprints, suppressions, outcome. */
record Judgement(RuleSet rules, String module, FailOn failOn, Function<Finding, List<Fix>> fixes) {
    private static final Comparator<Found> ORDER = Comparator.<Found, io.github.lambdadb.source.Location>comparing(
                    found -> found.finding().location())
            .thenComparing(found -> found.rule().descriptor().id())
            .thenComparing(found -> found.finding().message());

    private record Found(RuleSet.Active rule, Finding finding) {}

    /** {@code fixes} is asked for each finding what would end it. */
    static Judgement of(RuleSet rules, CheckRequest request, Function<Finding, List<Fix>> fixes) {
        return new Judgement(
                rules, request.relative(request.module()), request.policy().failOn(), fixes);
    }

    CheckReport over(Facts facts, Suppressions suppressions) {
        List<Found> found = new ArrayList<>();
        List<RuleFailure> failures = new ArrayList<>();
        for (RuleSet.Active rule : rules.active()) {
            run(rule, facts, found, failures);
        }
        found.sort(ORDER);
        Fingerprints fingerprints = new Fingerprints(module);
        List<Issue> issues = new ArrayList<>();
        found.forEach(each -> issues.add(issue(each, fingerprints, suppressions)));
        boolean isWhole = failures.isEmpty() && facts.gaps().stream().noneMatch(Judgement::hidesFindings);
        rules.active(UnusedSuppression.ID)
                .ifPresent(rule -> addUnused(new Unused(rule, fingerprints, suppressions, isWhole), issues));
        issues.sort(Reports.ISSUES);
        List<Gap> gaps = new ArrayList<>(facts.gaps());
        gaps.addAll(suppressions.ignored(rules));
        return new CheckReport(
                rules.descriptors(),
                rules.active().stream().map(each -> RulePages.of(each.rule())).toList(),
                issues,
                Reports.withGaps(facts, gaps),
                failures,
                FailurePolicy.outcome(issues, failOn));
    }

    private record Unused(RuleSet.Active rule, Fingerprints fingerprints, Suppressions suppressions, boolean isWhole) {}

    /** What a suppression would silence may be in code that was not seen. */
    private static boolean hidesFindings(Gap gap) {
        return switch (gap.kind()) {
            case UNPARSABLE_FILE, UNREADABLE_FILE, MISSING_DEPENDENCY, OTHER_LANGUAGE, BUDGET_EXHAUSTED -> true;
            case UNRESOLVED_SYMBOL, UNRESOLVED_VALUE, UNFOLLOWED_CALL, IGNORED_SUPPRESSION -> false;
        };
    }

    private void addUnused(Unused unused, List<Issue> issues) {
        Suppressions suppressions = unused.suppressions();
        List<Finding> findings = new ArrayList<>(suppressions.misspelt(rules));
        if (unused.isWhole()) {
            findings.addAll(suppressions.unused(rules, rule -> !rule.equals(UnusedSuppression.ID)));
        }
        findings.stream()
                .map(finding -> new Found(unused.rule(), finding))
                .sorted(ORDER)
                .forEach(found -> issues.add(issue(found, unused.fingerprints(), suppressions)));
        if (unused.isWhole()) {
            // those of this very rule come last, since they may have silenced what was just found, and cannot silence
            // themselves
            suppressions.unused(rules, UnusedSuppression.ID::equals).stream()
                    .map(finding -> new Found(unused.rule(), finding))
                    .forEach(found -> issues.add(issue(found, unused.fingerprints(), Suppressions.none())));
        }
    }

    private static void run(RuleSet.Active rule, Facts facts, List<Found> found, List<RuleFailure> failures) {
        try {
            // all of a rule's findings or none: half of them would look like an answer
            Map<Finding, Finding> distinct = new LinkedHashMap<>();
            rule.rule()
                    .check(facts, rule.options())
                    .forEach(finding -> distinct.putIfAbsent(finding.withoutRemedies(), finding));
            distinct.values().forEach(finding -> found.add(new Found(rule, finding)));
        } catch (RuntimeException defect) {
            StackTraceElement[] trace = defect.getStackTrace();
            String place = trace.length == 0 ? "" : " at " + trace[0];
            failures.add(new RuleFailure(rule.descriptor().id(), defect + place));
        }
    }

    private Issue issue(Found found, Fingerprints fingerprints, Suppressions suppressions) {
        String id = found.rule().descriptor().id();
        Finding finding = found.finding();
        return new Issue(
                found.rule().descriptor(),
                finding,
                SeverityInEffect.of(finding, found.rule()),
                fingerprints.next(id, finding.subject()),
                suppressions.statusOf(id, finding.location()),
                fixes.apply(finding));
    }
}

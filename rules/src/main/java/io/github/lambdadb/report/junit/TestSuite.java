package io.github.lambdadb.report.junit;

import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.issue.CheckReport.RuleFailure;
import io.github.lambdadb.issue.Issue;
import io.github.lambdadb.report.RuleName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A rule as a suite of tests, one for each of its findings, or one that passes when it found nothing. */
record TestSuite(String rule, String className, List<TestCase> cases) {
    TestSuite {
        cases = List.copyOf(cases);
    }

    /** Sorted by rule. */
    static List<TestSuite> of(CheckReport report) {
        Map<String, String> classNames = new TreeMap<>();
        report.failures().forEach(failure -> classNames.put(failure.rule(), "lambda-db." + failure.rule()));
        Stream.concat(report.rules().stream(), report.issues().stream().map(Issue::rule))
                .forEach(rule -> classNames.put(rule.id(), RuleName.of(rule)));
        return classNames.entrySet().stream()
                .map(rule -> new TestSuite(rule.getKey(), rule.getValue(), cases(report, rule.getKey())))
                .toList();
    }

    long count(TestCase.Result result) {
        return cases.stream().filter(one -> one.result() == result).count();
    }

    private static List<TestCase> cases(CheckReport report, String rule) {
        List<TestCase> cases = new ArrayList<>();
        report.failures().stream()
                .filter(failure -> failure.rule().equals(rule))
                .map((RuleFailure failure) -> TestCase.of(failure))
                .forEach(cases::add);
        Map<String, Integer> names = new HashMap<>();
        report.issues().stream()
                .filter(issue -> issue.rule().id().equals(rule))
                .map(issue -> TestCase.of(issue, report.outcome()))
                .map(one -> withNameOfItsOwn(one, names.merge(one.name(), 1, Integer::sum)))
                .forEach(cases::add);
        return cases.isEmpty() ? List.of(TestCase.ofNothingFound()) : cases;
    }

    private static TestCase withNameOfItsOwn(TestCase one, int ordinal) {
        return ordinal == 1 ? one : one.named(one.name() + " (" + ordinal + ")");
    }
}

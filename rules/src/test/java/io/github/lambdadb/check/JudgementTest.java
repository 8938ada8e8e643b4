package io.github.lambdadb.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.Coverage;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.facts.Subject;
import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.issue.Issue;
import io.github.lambdadb.issue.Outcome;
import io.github.lambdadb.issue.Status;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.source.SuppressionMark;
import io.github.lambdadb.source.SuppressionMark.Form;
import io.github.lambdadb.value.Certainty;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class JudgementTest {
    private static final Facts FACTS = Facts.none(new Coverage(1, 1, 1, 0, 0));
    private static final String FILE = "app/src/A.java";

    @Test
    void aPossibleMatchIsOneLevelLowerAndNeverAnError() {
        List<Issue> issues = judge(
                        Severity.ERROR, List.of(), finding(3, Certainty.DEFINITE), finding(4, Certainty.POSSIBLE))
                .issues();
        assertThat(issues).extracting(Issue::severity).containsExactly(Severity.ERROR, Severity.WARNING);
    }

    @Test
    void aFindingsOwnSeverityShiftsTheOneInEffect() {
        Finding mild = finding(3, Certainty.DEFINITE).withSeverity(Severity.NOTE);
        assertThat(judge(Severity.ERROR, List.of(), mild).issues())
                .extracting(Issue::severity)
                .containsExactly(Severity.WARNING);
        assertThat(judge(Severity.NOTE, List.of(), mild).issues())
                .extracting(Issue::severity)
                .containsExactly(Severity.NOTE);
    }

    @Test
    void fingerprintsDoNotChangeWithLinesOrMessages() {
        String before = judge(Severity.WARNING, List.of(), finding(3, Certainty.DEFINITE))
                .issues()
                .get(0)
                .fingerprint()
                .value();
        List<Issue> after = judge(
                        Severity.WARNING, List.of(), finding(30, Certainty.DEFINITE), finding(40, Certainty.DEFINITE))
                .issues();
        assertThat(before).matches("[0-9a-f]{64}");
        assertThat(after.get(0).fingerprint().value()).isEqualTo(before);
        assertThat(after.get(1).fingerprint().value()).isNotEqualTo(before);
    }

    @Test
    void aMarkSilencesItsLinesAndAReasonIsNeededInComments() {
        CheckReport report = judge(
                Severity.WARNING,
                List.of(
                        mark(Form.COMMENT, "sample", "small table", 3, 4),
                        mark(Form.ANNOTATION, "lambda-db:sample", "", 10, 20),
                        mark(Form.COMMENT, "sample", "", 29, 30),
                        mark(Form.COMMENT, "another-rule", "", 29, 30)),
                finding(4, Certainty.DEFINITE),
                finding(15, Certainty.DEFINITE),
                finding(30, Certainty.DEFINITE));
        assertThat(report.issues())
                .extracting(Issue::status)
                .containsExactly(
                        new Status.Suppressed("inSource", "small table"),
                        new Status.Suppressed("inSource", ""),
                        new Status.Open());
        assertThat(report.facts().gaps()).extracting(Gap::kind).containsExactly(Gap.Kind.IGNORED_SUPPRESSION);
        assertThat(report.outcome())
                .isEqualTo(new Outcome.Failed("1 finding at or above 'warning': 1 warning.", Severity.WARNING));
    }

    @Test
    void whatStandsOutsideTheCodeSilencesFilesAndIsToldWhenItSilencesNothing() {
        FileSuppression used = outside("app/**");
        FileSuppression unused = outside("app/other/**");
        RuleSet rules = RuleSet.of(
                List.of(rule("sample", () -> Stream.of(finding(4, Certainty.DEFINITE))), new UnusedSuppression()),
                Policy.defaults());
        CheckReport report = new Judgement(rules, "app", FailOn.WARNING, finding -> List.of())
                .over(
                        FACTS,
                        new Suppressions(file -> List.of(), List.of(), List.of(used, unused), List.of(used, unused)));
        assertThat(report.issues())
                .extracting(Issue::status)
                .containsExactly(new Status.Suppressed("external", "known"), new Status.Open());
        assertThat(report.issues().get(1).finding().message())
                .isEqualTo("The suppression of 'sample' in 'app/other/**' silences nothing.");
        CheckReport ofMany = new Judgement(rules, "app", FailOn.WARNING, finding -> List.of())
                .over(FACTS, new Suppressions(file -> List.of(), List.of(), List.of(used, unused), List.of()));
        assertThat(ofMany.issues()).hasSize(1);
    }

    private static FileSuppression outside(String path) {
        return SuppressionsFile.parse("s.yaml", "- {rule: sample, path: '" + path + "', reason: known}")
                .get(0);
    }

    @Test
    void aMarkThatSilencesNothingIsTold() {
        assertThat(unused(List.of(), FACTS, mark(Form.COMMENT, "sample", "small", 3, 4)))
                .containsExactly("The suppression of 'sample' silences nothing.");
        assertThat(unused(List.of(), FACTS, mark(Form.ANNOTATION, "sampel", "", 3, 4)))
                .containsExactly("The suppression names 'sampel', which is no rule; the nearest known is 'sample'.");
        assertThat(unused(List.of(), FACTS, mark(Form.COMMENT, "sample because of speed", "", 3, 4)))
                .isEmpty();
        assertThat(unused(List.of(), FACTS, mark(Form.COMMENT, "is how to accept", "", 3, 4)))
                .isEmpty();
    }

    @Test
    void whatWasSwitchedOffOrNotSeenIsNotCalledUnused() {
        SuppressionMark mark = mark(Form.COMMENT, "sample", "small", 3, 4);
        assertThat(unused(List.of(new UserSetting("sample", "off", "here")), FACTS, mark))
                .isEmpty();
        assertThat(unused(List.of(new UserSetting("unused-suppression", "off", "here")), FACTS, mark))
                .isEmpty();
        Gap missing = new Gap(Gap.Kind.MISSING_DEPENDENCY, Location.ofLine("pom.xml", 1), "a jar");
        assertThat(unused(List.of(), Reports.withGaps(FACTS, List.of(missing)), mark))
                .isEmpty();
    }

    private static List<String> unused(List<UserSetting> settings, Facts facts, SuppressionMark mark) {
        RuleSet rules = RuleSet.of(
                List.of(rule("sample", Stream::empty), new UnusedSuppression()),
                new Policy(settings, 2, List.of(), 1000, 0, "either", List.of(), FailOn.WARNING, List.of(), "default"));
        return new Judgement(rules, "app", FailOn.WARNING, finding -> List.of())
                        .over(facts, new Suppressions(file -> List.of(mark), List.of(mark), List.of(), List.of()))
                        .issues()
                        .stream()
                        .map(issue -> issue.finding().message())
                        .toList();
    }

    @Test
    void aRuleThatThrowsDoesNotStopTheOthers() {
        Rule broken = rule("broken", () -> {
            throw new IllegalStateException("no");
        });
        Rule sound = rule("sound", () -> Stream.of(finding(3, Certainty.DEFINITE)));
        CheckReport report = new Judgement(
                        RuleSet.of(List.of(broken, sound), Policy.defaults()),
                        "app",
                        FailOn.NEVER,
                        finding -> List.of())
                .over(FACTS, Suppressions.none());
        assertThat(report.issues()).hasSize(1);
        assertThat(report.failures()).hasSize(1);
        assertThat(report.failures().get(0).rule()).isEqualTo("broken");
        assertThat(report.outcome()).isEqualTo(new Outcome.Passed());
    }

    private static CheckReport judge(Severity configured, List<SuppressionMark> marks, Finding... findings) {
        Policy policy = new Policy(
                List.of(new UserSetting("sample", configured.level(), "here")),
                2,
                List.of(),
                1000,
                0,
                "either",
                List.of(),
                FailOn.WARNING,
                List.of(),
                "default");
        RuleSet rules = RuleSet.of(List.of(rule("sample", () -> Stream.of(findings))), policy);
        return new Judgement(rules, "app", FailOn.WARNING, finding -> List.of())
                .over(FACTS, new Suppressions(file -> marks, List.of(), List.of(), List.of()));
    }

    private static Finding finding(int line, Certainty certainty) {
        return new Finding(
                Location.ofLine(FILE, line),
                new Subject(FILE, "a.A.open()", "pool"),
                "Line " + line + ".",
                certainty,
                Evidence.none());
    }

    private static SuppressionMark mark(Form form, String rule, String reason, int first, int last) {
        return new SuppressionMark(Location.ofLine(FILE, first), form, rule, reason, first, last);
    }

    private static Rule rule(String id, Supplier<Stream<Finding>> findings) {
        return new Rule() {
            @Override
            public RuleDescriptor descriptor() {
                return new RuleDescriptor(id, "Title", Category.POOLING, Severity.WARNING, "1.0", List.of());
            }

            @Override
            public Stream<Finding> check(Facts facts, Options options) {
                return findings.get();
            }
        };
    }
}

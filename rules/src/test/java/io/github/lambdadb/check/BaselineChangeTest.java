package io.github.lambdadb.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.Coverage;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.facts.Subject;
import io.github.lambdadb.issue.Baseline;
import io.github.lambdadb.issue.Baseline.Entry;
import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.issue.CheckReport.RuleFailure;
import io.github.lambdadb.issue.Fingerprint;
import io.github.lambdadb.issue.Issue;
import io.github.lambdadb.issue.Outcome;
import io.github.lambdadb.issue.Status;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Certainty;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BaselineChangeTest {
    private static final RuleDescriptor RULE =
            new RuleDescriptor("sample", "Title", Category.POOLING, Severity.WARNING, "1.0", List.of());
    private static final Issue FIRST = issue("a/A.java", "01", new Status.Open());
    private static final Issue SECOND = issue("a/A.java", "02", new Status.Open());
    private static final Issue SILENCED = issue("a/A.java", "03", new Status.Suppressed("inSource", "agreed"));

    @Test
    void aBaselineHoldsWhatTheCodeDoesNotSilenceItself() {
        assertThat(Baseline.of(List.of(FIRST, FIRST, SILENCED, FIRST.withStatus(new Status.Baselined())))
                        .entries())
                .containsExactly(new Entry("a/A.java", "sample", "a.A.open()", "pool", "01"));
    }

    @Test
    void whatABaselineHoldsDoesNotFailTheBuild() {
        Baseline baseline = Baseline.of(List.of(FIRST));
        CheckReport report = Reports.accepting(List.of(baseline), report(FIRST, SECOND, SILENCED), FailOn.WARNING);
        assertThat(report.issues())
                .extracting(Issue::status)
                .containsExactly(new Status.Baselined(), new Status.Open(), SILENCED.status());
        assertThat(report.outcome())
                .isEqualTo(new Outcome.Failed("1 finding at or above 'warning': 1 warning.", Severity.WARNING));
        CheckReport passed = Reports.accepting(
                List.of(baseline, Baseline.of(List.of(SECOND))), report(FIRST, SECOND), FailOn.WARNING);
        assertThat(passed.outcome()).isEqualTo(new Outcome.Passed());
        assertThat(Reports.together(List.of(passed, report), FailOn.NEVER).baselines())
                .hasSize(2);
    }

    @Test
    void theSameClassInAnotherModuleIsNotHeld() {
        Baseline baseline = Baseline.of(List.of(FIRST));
        assertThat(baseline.holds(FIRST)).isTrue();
        assertThat(baseline.holds(issue("b/A.java", "01", new Status.Open()))).isFalse();
    }

    @Test
    void theChangeTellsWhatIsAddedAndWhatIsGone() {
        BaselineChange change = BaselineChange.of(Baseline.of(List.of(FIRST)), report(SECOND, SILENCED), file -> true);
        assertThat(change.added()).extracting(Entry::fingerprint).containsExactly("02");
        assertThat(change.removed()).extracting(Entry::fingerprint).containsExactly("01");
        assertThat(change.after().entries()).extracting(Entry::fingerprint).containsExactly("02");
        assertThat(BaselineChange.of(Baseline.of(List.of(FIRST)), report(FIRST), file -> true)
                        .kept())
                .hasSize(1);
    }

    @Test
    void whatWasNotLookedAtIsNotGone() {
        Baseline baseline = Baseline.of(List.of(FIRST, SECOND));
        CheckReport nothing = report();
        assertThat(BaselineChange.of(baseline, nothing, file -> true).removed()).hasSize(2);
        assertThat(BaselineChange.of(baseline, nothing, file -> false).removed())
                .isEmpty();
        CheckReport withoutTheRule =
                new CheckReport(List.of(), List.of(), List.of(), nothing.facts(), List.of(), nothing.outcome());
        assertThat(BaselineChange.of(baseline, withoutTheRule, file -> true).removed())
                .isEmpty();
        CheckReport broken = new CheckReport(
                List.of(RULE),
                List.of(),
                List.of(),
                nothing.facts(),
                List.of(new RuleFailure("sample", "no")),
                nothing.outcome());
        assertThat(BaselineChange.of(baseline, broken, file -> true).removed()).isEmpty();
        assertThat(removedWith(Gap.Kind.UNPARSABLE_FILE)).isZero();
        assertThat(removedWith(Gap.Kind.MISSING_DEPENDENCY)).isEqualTo(1);
        assertThat(removedWith(Gap.Kind.OTHER_LANGUAGE)).isEqualTo(1);
    }

    private static int removedWith(Gap.Kind kind) {
        Gap gap = new Gap(kind, Location.ofLine("a/B.java", 1), "a reason");
        CheckReport report = new CheckReport(
                List.of(RULE),
                List.of(),
                List.of(),
                Reports.withGaps(report().facts(), List.of(gap)),
                List.of(),
                new Outcome.Passed());
        return BaselineChange.of(Baseline.of(List.of(FIRST)), report, file -> true)
                .removed()
                .size();
    }

    private static CheckReport report(Issue... issues) {
        return new CheckReport(
                List.of(RULE),
                List.of(),
                List.of(issues),
                Facts.none(new Coverage(1, 1, 1, 0, 0)),
                List.of(),
                new Outcome.Passed());
    }

    private static Issue issue(String file, String fingerprint, Status status) {
        Finding finding = new Finding(
                Location.ofLine(file, 3),
                new Subject(file, "a.A.open()", "pool"),
                "A sentence.",
                Certainty.DEFINITE,
                Evidence.none());
        return new Issue(RULE, finding, Severity.WARNING, new Fingerprint(fingerprint), status);
    }
}

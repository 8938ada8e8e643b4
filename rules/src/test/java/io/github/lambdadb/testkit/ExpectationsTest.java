package io.github.lambdadb.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.lambdadb.facts.Coverage;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.Subject;
import io.github.lambdadb.issue.CheckReport;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A harness that never fails proves nothing, so each sort of difference is made once. */
class ExpectationsTest {

    private static final Set<String> JUDGED = Set.of("big-pool");

    @TempDir
    private Path folder;

    @Test
    void acceptsWhatIsMarked() throws IOException {
        assertThat(differences("pool(); // expect: big-pool warning \"10 connections\"", 1))
                .isEmpty();
    }

    @Test
    void readsMarksAboveTheLine() throws IOException {
        assertThat(differences("// expect: big-pool\n// expect-step: big-pool\npool();", 3))
                .isEmpty();
    }

    @Test
    void readsCommentsOfOtherLanguages() throws IOException {
        Files.writeString(folder.resolve("template.yaml"), "Size: 10 # expect: big-pool\n");
        assertThat(Expectations.of(new Fixture(folder)).rules()).containsExactly("big-pool");
        assertThat(Marks.in("pom.xml", List.of("<size>1</size> <!-- expect: big-pool \"x\" -->")))
                .singleElement()
                .satisfies(mark -> assertThat(mark.text()).isEqualTo("x"));
    }

    @Test
    void tellsWhatIsNotFound() throws IOException {
        assertThat(differences("pool(); // expect: big-pool\nother();", 2))
                .anyMatch(text -> text.startsWith("Not found"))
                .anyMatch(text -> text.startsWith("Unexpected"));
    }

    @Test
    void tellsOtherTextAndOtherSeverity() throws IOException {
        assertThat(differences("pool(); // expect: big-pool \"11 connections\"", 1))
                .hasSize(2);
        assertThat(differences("pool(); // expect: big-pool error", 1)).hasSize(2);
    }

    @Test
    void tellsOfOneFindingTooMany() throws IOException {
        assertThat(differences("pool(); // expect: big-pool expect: big-pool", 1))
                .singleElement()
                .satisfies(text -> assertThat(text).startsWith("Not found"));
    }

    @Test
    void tellsThatKnownGapsAreMended() throws IOException {
        assertThat(differences("pool(); // expect-missing: big-pool -- issue 4", 1))
                .singleElement()
                .satisfies(text -> assertThat(text).startsWith("Mended, make it 'expect'"));
        assertThat(differences("pool(); // expect-spurious: big-pool -- issue 4\nother();", 2))
                .anyMatch(text -> text.startsWith("Mended, remove the mark"));
    }

    @Test
    void acceptsKnownGapsAsLongAsTheyAre() throws IOException {
        assertThat(differences("pool(); // expect-spurious: big-pool -- issue 4", 1))
                .isEmpty();
        assertThat(differences("pool(); // expect: big-pool\nother(); // expect-missing: big-pool -- issue 4", 1))
                .isEmpty();
    }

    @Test
    void tellsMissingStepsAndFacts() throws IOException {
        assertThat(differences("pool(); // expect: big-pool\nother(); // expect-step: big-pool", 1))
                .singleElement()
                .satisfies(text -> assertThat(text).startsWith("No such step"));
        assertThat(differences("pool(); // expect: big-pool expect-fact: maximum-size=10 origin=CODE", 1))
                .singleElement()
                .satisfies(text -> assertThat(text).startsWith("Not believed"));
    }

    @Test
    void refusesMarksThatItCannotRead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> differences("pool(); // expect: Big Pool", 1))
                .withMessageContaining("Shop.java:1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> differences("pool(); // expect-nothing: big-pool", 1))
                .withMessageContaining("there is no mark 'expect-nothing:'");
    }

    @Test
    void otherRulesDoNotCount() throws IOException {
        Files.writeString(folder.resolve("Shop.java"), "pool();");
        assertThat(Expectations.of(new Fixture(folder)).differences(report(1), Set.of("other-rule")))
                .isEmpty();
    }

    /** The differences between marks in a source and one finding of {@code big-pool} in it. */
    private List<String> differences(String source, int line) throws IOException {
        Files.writeString(folder.resolve("Shop.java"), source);
        return Expectations.of(new Fixture(folder)).differences(report(line), JUDGED);
    }

    private static CheckReport report(int line) {
        RuleDescriptor rule =
                new RuleDescriptor("big-pool", "Pool is big", Category.POOLING, Severity.WARNING, "1.0", List.of());
        Location location = Location.ofLine("Shop.java", line);
        Finding finding = new Finding(
                location,
                new Subject("Shop.java", "Shop.<clinit>()", "pool"),
                "The pool may open 10 connections.",
                Certainty.DEFINITE,
                Evidence.of(location, "is created"));
        Issue issue = new Issue(rule, finding, Severity.WARNING, new Fingerprint("1"), new Status.Open());
        Facts facts = Facts.none(new Coverage(1, 1, 1, 0, 0));
        return new CheckReport(
                List.of(rule),
                List.of(),
                List.of(issue),
                facts,
                List.of(),
                new Outcome.Failed("1 finding.", Severity.WARNING));
    }
}

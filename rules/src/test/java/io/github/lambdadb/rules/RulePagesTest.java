package io.github.lambdadb.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.check.Checker;
import io.github.lambdadb.check.RuleManual;
import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.issue.CheckReport.RulePage;
import io.github.lambdadb.issue.Issue;
import io.github.lambdadb.rule.Option;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.testkit.Fixture;
import io.github.lambdadb.testkit.RuleVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every rule has a page, the page is whole, and its examples behave as it says. */
class RulePagesTest {

    private static final List<String> HEADINGS = List.of(
            "What it reports",
            "Why it matters on Lambda",
            "Noncompliant",
            "Compliant",
            "How to fix",
            "When not to",
            "What is proved",
            "References");
    private static final Pattern HEADING = Pattern.compile("(?m)^## (.+)$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]*(?:\\([^)]*\\))?)\\)");
    private static final RuleManual MANUAL = Checker.manual();
    private static final RuleVerifier VERIFIER = RuleVerifier.withClassPath(TestClassPath.entries());

    @TempDir
    private static Path scratch;

    @Test
    void thereAreRules() {
        assertThat(MANUAL.rules()).hasSizeGreaterThan(4);
    }

    @TestFactory
    Stream<DynamicContainer> pages() {
        return IntStream.range(0, MANUAL.rules().size())
                .mapToObj(index -> DynamicContainer.dynamicContainer(
                        MANUAL.rules().get(index).id(),
                        tests(MANUAL.rules().get(index), MANUAL.pages().get(index))));
    }

    private static Stream<DynamicTest> tests(RuleDescriptor rule, RulePage page) {
        return Stream.concat(
                Stream.of(
                        DynamicTest.dynamicTest("has the headings in order", () -> hasHeadings(page)),
                        DynamicTest.dynamicTest("describes the options", () -> describesOptions(rule, page)),
                        DynamicTest.dynamicTest("links well", () -> linksWell(page)),
                        DynamicTest.dynamicTest("shows both sides", () -> showsBothSides(page))),
                PageExample.of(page.markdown()).stream()
                        .map(example -> DynamicTest.dynamicTest(example.title(), () -> runs(example, rule))));
    }

    private static void hasHeadings(RulePage page) {
        assertThat(HEADING.matcher(page.markdown()).results().map(found -> found.group(1)))
                .containsExactlyElementsOf(HEADINGS);
    }

    private static void describesOptions(RuleDescriptor rule, RulePage page) {
        for (Option<?> option : rule.options()) {
            assertThat(page.markdown()).contains("`" + option.key() + "` (default " + option.defaultValue() + ")");
        }
    }

    private static void linksWell(RulePage page) {
        Matcher links = LINK.matcher(page.markdown());
        assertThat(links.results().map(link -> link.group(1)))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(link).matches("https://[\\w.-]+/\\S+"));
    }

    private static void showsBothSides(RulePage page) {
        assertThat(PageExample.of(page.markdown()).stream().map(PageExample::isCompliant))
                .contains(true, false);
    }

    private static void runs(PageExample example, RuleDescriptor rule) throws IOException {
        Path folder = Files.createTempDirectory(scratch, rule.id());
        Files.writeString(folder.resolve(example.fileName()), example.compilationUnit());
        for (Map.Entry<String, String> file : example.files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        Fixture fixture = new Fixture(folder);
        assertThat(Javac.complaints(fixture, TestClassPath.entries())).isEmpty();
        CheckReport report = VERIFIER.asking(rule.id()).check(fixture);
        RuleVerifier.verify(fixture, report);
        assertThat(report.issues().stream()
                        .filter(Issue::isOpen)
                        .map(Issue::rule)
                        .map(RuleDescriptor::id)
                        .distinct())
                .isEqualTo(example.isCompliant() ? List.of() : List.of(rule.id()));
    }
}

package io.github.lambdadb.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.issue.Issue;
import io.github.lambdadb.testkit.Fixture;
import io.github.lambdadb.testkit.RuleVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every fixture finds what its marks say, and keeps the promises that all of them make. */
class FixturesTest {

    private static final Path FIXTURES = Path.of("src/test/fixtures");
    private static final RuleVerifier VERIFIER = RuleVerifier.withClassPath(TestClassPath.entries());

    @TempDir
    private static Path scratch;

    @Test
    void thereAreFixtures() throws IOException {
        assertThat(cases()).hasSizeGreaterThan(100);
    }

    @TestFactory
    Stream<DynamicContainer> fixtures() throws IOException {
        return cases().stream()
                .map(folder -> DynamicContainer.dynamicContainer(
                        FIXTURES.relativize(folder).toString().replace('\\', '/'), promises(folder)));
    }

    private static Stream<DynamicTest> promises(Path folder) {
        Fixture fixture = new Fixture(folder);
        return Stream.of(
                DynamicTest.dynamicTest("finds what its marks say", () -> verify(folder, fixture)),
                DynamicTest.dynamicTest("compiles", () -> compile(folder, fixture)),
                DynamicTest.dynamicTest("accuses no one when it knows less", () -> accusesNoOneMore(fixture)),
                DynamicTest.dynamicTest("says the same in any order of files", () -> saysTheSame(fixture)),
                DynamicTest.dynamicTest("keeps its fingerprints when reformatted", () -> keepsFingerprints(fixture)),
                DynamicTest.dynamicTest("speaks in sentences about its own files", () -> speaksWell(fixture)));
    }

    private static void verify(Path folder, Fixture fixture) {
        String group = folder.getParent().getFileName().toString();
        if (group.startsWith("_")) {
            VERIFIER.verify(fixture);
        } else {
            VERIFIER.verify(fixture, group);
        }
    }

    private static void compile(Path folder, Fixture fixture) {
        List<String> complaints = Javac.complaints(fixture, TestClassPath.entries());
        boolean isBroken = folder.getParent().endsWith("_broken");
        assertThat(complaints.isEmpty()).as("%s", complaints).isNotEqualTo(isBroken);
    }

    private static void accusesNoOneMore(Fixture fixture) {
        List<String> knowing = accusations(VERIFIER.check(fixture));
        List<String> unknowing = accusations(RuleVerifier.withoutClassPath().check(fixture));
        assertThat(knowing).containsAll(unknowing);
    }

    private static void saysTheSame(Fixture fixture) throws IOException {
        Path copy = Files.createTempDirectory(scratch, "order");
        List<Path> roots = Variants.oneRootPerFile(fixture, copy);
        List<Path> resources = List.of(fixture.folder());
        List<Issue> forwards = VERIFIER.check(copy, roots, resources).issues();
        List<Issue> backwards =
                VERIFIER.check(copy, Variants.reversed(roots), resources).issues();
        assertThat(backwards).isEqualTo(forwards);
        assertThat(VERIFIER.check(copy, roots, resources).issues()).isEqualTo(forwards);
    }

    private static void keepsFingerprints(Fixture fixture) throws IOException {
        Fixture reformatted = Variants.reformatted(fixture, Files.createTempDirectory(scratch, "reformatted"));
        assertThat(fingerprints(VERIFIER.check(reformatted))).isEqualTo(fingerprints(VERIFIER.check(fixture)));
    }

    private static void speaksWell(Fixture fixture) {
        List<String> files = fixture.files().stream()
                .map(file -> fixture.folder().relativize(file).toString().replace('\\', '/'))
                .toList();
        for (Issue issue : VERIFIER.check(fixture).issues()) {
            assertThat(issue.finding().message()).endsWith(".").doesNotContain("hunter2", "null", "%s", "..");
            assertThat(issue.finding().location().file()).isIn(files);
            issue.finding().evidence().steps().forEach(step -> {
                assertThat(step.location().file()).isIn(files);
                assertThat(step.text()).isNotBlank().doesNotContain("hunter2").doesNotEndWith(".");
            });
        }
    }

    /** What is held against a line, without how sure or how severe it is. */
    private static List<String> accusations(CheckReport report) {
        return report.issues().stream()
                .map(issue -> issue.rule().id() + " " + issue.finding().location())
                .toList();
    }

    private static List<String> fingerprints(CheckReport report) {
        return report.issues().stream()
                .map(issue -> issue.rule().id() + " " + issue.fingerprint().value())
                .sorted()
                .toList();
    }

    private static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.walk(FIXTURES, 2)) {
            return folders.filter(folder -> FIXTURES.relativize(folder).getNameCount() == 2)
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        }
    }
}

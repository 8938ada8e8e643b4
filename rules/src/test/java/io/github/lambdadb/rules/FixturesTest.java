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
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

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
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicContainer> fixtures() throws IOException {
        return cases().stream()
                .map(folder -> DynamicContainer.dynamicContainer(
                        FIXTURES.relativize(folder).toString().replace('\\', '/'), promises(folder)));
    }

    private static Stream<DynamicTest> promises(Path folder) {
        Fixture fixture = new Fixture(folder);
        RuleVerifier verifier = VERIFIER.asking(folder.getParent().getFileName().toString());
        Once report = new Once(() -> verifier.check(fixture));
        return Stream.of(
                DynamicTest.dynamicTest("finds what its marks say", () -> verify(folder, fixture, report.get())),
                DynamicTest.dynamicTest("compiles", () -> compile(folder, fixture)),
                DynamicTest.dynamicTest(
                        "accuses no one when it knows less", () -> accusesNoOneMore(fixture, report.get())),
                DynamicTest.dynamicTest("says the same in any order of files", () -> saysTheSame(fixture, verifier)),
                DynamicTest.dynamicTest(
                        "keeps its fingerprints when reformatted",
                        () -> keepsFingerprints(fixture, report.get(), verifier)),
                DynamicTest.dynamicTest(
                        "speaks in sentences about its own files", () -> speaksWell(fixture, report.get())));
    }

    /** A report that most of the promises are about, made when the first of them asks. */
    private static final class Once {
        private final Supplier<CheckReport> making;
        private @Nullable CheckReport made;

        Once(Supplier<CheckReport> making) {
            this.making = making;
        }

        synchronized CheckReport get() {
            if (made == null) {
                made = making.get();
            }
            return made;
        }
    }

    private static void verify(Path folder, Fixture fixture, CheckReport report) {
        String group = folder.getParent().getFileName().toString();
        if (group.startsWith("_")) {
            RuleVerifier.verify(fixture, report);
        } else {
            RuleVerifier.verify(fixture, report, group);
        }
    }

    private static void compile(Path folder, Fixture fixture) {
        List<String> complaints = Javac.complaints(fixture, TestClassPath.entries());
        boolean isBroken = folder.getParent().endsWith("_broken");
        assertThat(complaints.isEmpty()).as("%s", complaints).isNotEqualTo(isBroken);
    }

    private static void accusesNoOneMore(Fixture fixture, CheckReport report) {
        List<String> knowing = accusations(report);
        List<String> unknowing = accusations(RuleVerifier.withoutClassPath().check(fixture));
        assertThat(knowing).containsAll(unknowing);
    }

    private static void saysTheSame(Fixture fixture, RuleVerifier verifier) throws IOException {
        Path copy = Files.createTempDirectory(scratch, "order");
        List<Path> roots = Variants.oneRootPerFile(fixture, copy);
        List<Path> resources = List.of(fixture.folder());
        List<Issue> forwards = verifier.check(copy, roots, resources).issues();
        List<Issue> backwards =
                verifier.check(copy, Variants.reversed(roots), resources).issues();
        assertThat(backwards).isEqualTo(forwards);
    }

    private static void keepsFingerprints(Fixture fixture, CheckReport report, RuleVerifier verifier)
            throws IOException {
        Fixture reformatted = Variants.reformatted(fixture, Files.createTempDirectory(scratch, "reformatted"));
        assertThat(fingerprints(verifier.check(reformatted))).isEqualTo(fingerprints(report));
    }

    private static void speaksWell(Fixture fixture, CheckReport report) {
        List<String> files = fixture.files().stream()
                .map(file -> fixture.folder().relativize(file).toString().replace('\\', '/'))
                .toList();
        for (Issue issue : report.issues()) {
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

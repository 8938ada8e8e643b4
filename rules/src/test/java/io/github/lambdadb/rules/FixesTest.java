package io.github.lambdadb.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.check.FixedFiles;
import io.github.lambdadb.check.FixedFiles.ChangedFile;
import io.github.lambdadb.report.patch.PatchText;
import io.github.lambdadb.rule.Grade;
import io.github.lambdadb.testkit.Fixture;
import io.github.lambdadb.testkit.RuleVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What fixes make of each project below {@code src/test/fixes}: {@code before} becomes {@code safe} or {@code review},
 * byte for byte. {@code -Dlambda-db.refreshFixes=true} writes what comes out, to be read.
 */
final class FixesTest {
    private static final Path CASES = Path.of("src/test/fixes");
    private static final RuleVerifier VERIFIER = RuleVerifier.withClassPath(TestClassPath.entries());

    @TempDir
    private static Path scratch;

    @TestFactory
    Stream<DynamicContainer> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            List<Path> cases = folders.sorted().toList();
            assertThat(cases).hasSizeGreaterThan(3);
            return cases.stream()
                    .map(each -> DynamicContainer.dynamicContainer(
                            each.getFileName().toString(),
                            Stream.of(Grade.SAFE, Grade.REVIEW)
                                    .map(grade -> DynamicTest.dynamicTest(name(grade), () -> fixes(each, grade)))));
        }
    }

    private static void fixes(Path folder, Grade grade) throws Exception {
        Fixture before = new Fixture(folder.resolve("before"));
        FixedFiles fixed = VERIFIER.fix(before, grade);
        assertThat(fixed.fixed()).isNotEmpty();
        Path after = copy(before.folder(), Files.createTempDirectory(scratch, "after"));
        for (ChangedFile each : fixed.files()) {
            Files.writeString(after.resolve(each.file()), each.after());
        }
        Path expected = folder.resolve(name(grade));
        if (Boolean.getBoolean("lambda-db.refreshFixes")) {
            for (ChangedFile each : fixed.files()) {
                Files.createDirectories(expected.resolve(each.file()).getParent());
                Files.writeString(expected.resolve(each.file()), each.after());
            }
        }
        assertThat(fixed.files()).extracting(ChangedFile::file).isEqualTo(files(expected));
        for (ChangedFile each : fixed.files()) {
            assertThat(each.after()).isEqualTo(Files.readString(expected.resolve(each.file())));
        }
        assertThat(Javac.complaints(new Fixture(after), TestClassPath.entries()))
                .isEqualTo(Javac.complaints(before, TestClassPath.entries()));
        patchSaysTheSame(before, fixed, after);
    }

    /** The patch, applied by git, makes the same files. */
    private static void patchSaysTheSame(Fixture before, FixedFiles fixed, Path after) throws Exception {
        PatchText patch = PatchText.of(VERIFIER.check(before).facts());
        String text = fixed.files().stream()
                .map(each -> patch.of(each.file(), each.before(), each.after()).orElseThrow())
                .collect(Collectors.joining());
        Path patched = copy(before.folder(), Files.createTempDirectory(scratch, "patched"));
        Path file = Files.writeString(scratch.resolve("lambda-db.patch"), text);
        Process git = new ProcessBuilder("git", "apply", "--unidiff-zero", file.toString())
                .directory(patched.toFile())
                .redirectErrorStream(true)
                .start();
        String complaint = new String(git.getInputStream().readAllBytes());
        assertThat(git.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(git.exitValue()).as(complaint).isZero();
        for (ChangedFile each : fixed.files()) {
            assertThat(patched.resolve(each.file())).hasSameBinaryContentAs(after.resolve(each.file()));
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(Files::isRegularFile).forEach(file -> copyFile(from, file, to));
        }
        return to;
    }

    private static void copyFile(Path from, Path file, Path to) {
        try {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String name(Grade grade) {
        return grade == Grade.SAFE ? "safe" : "review";
    }
}

package io.github.lambdadb.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.fix.EditedText;
import io.github.lambdadb.issue.Fix;
import io.github.lambdadb.rule.Grade;
import io.github.lambdadb.testkit.Fixture;
import io.github.lambdadb.testkit.RuleVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fixes that are shown and never applied: what they would make of the file. */
class ManualFixesTest {
    private static final Path FIXTURES = Path.of("src/test/fixtures");
    private static final RuleVerifier VERIFIER = RuleVerifier.withClassPath(TestClassPath.entries());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    argument      | System.getenv("DB_PASSWORD")
                    constant      | PASSWORD = System.getenv("DB_PASSWORD");
                    spring-boot   | ${DB_PASSWORD}
                    """)
    void passwordComesFromTheEnvironment(String fixture, String expected) throws IOException {
        Fixture read = new Fixture(FIXTURES.resolve("hardcoded-credentials").resolve(fixture));
        List<Fix> fixes = VERIFIER.check(read).issues().stream()
                .filter(issue -> issue.rule().id().equals("hardcoded-credentials"))
                .flatMap(issue -> issue.fixes().stream())
                .toList();
        assertThat(fixes).extracting(Fix::grade).containsExactly(Grade.MANUAL);
        String file = fixes.get(0).edits().get(0).range().file();
        String before = Files.readString(read.folder().resolve(file));
        assertThat(before).contains("hunter2");
        assertThat(EditedText.of(before, fixes.get(0).edits()))
                .contains(expected)
                .doesNotContain("hunter2");
        assertThat(VERIFIER.fix(read, Grade.REVIEW).files())
                .allSatisfy(changed -> assertThat(changed.after()).contains("hunter2"));
    }
}

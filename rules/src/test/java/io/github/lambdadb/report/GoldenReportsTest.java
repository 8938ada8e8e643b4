package io.github.lambdadb.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.issue.CheckReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What each format makes of the hostile report stands in {@code src/test/resources/reports}. */
final class GoldenReportsTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "reports");
    private static final String REFRESH =
            "mvn -q -pl rules test -Dtest=GoldenReportsTest -Dlambda-db.refreshReports=true";
    private static final List<Reporter> REPORTERS = Reporters.installed().stream()
            .filter(reporter -> !List.of("sarif", "json").contains(reporter.name()))
            .toList();

    @Test
    void thereAreSixBesideSarifAndJson() {
        assertThat(REPORTERS)
                .extracting(Reporter::name)
                .containsExactly("checkstyle", "github", "gitlab", "html", "junit", "markdown");
    }

    @TestFactory
    Stream<DynamicTest> theTextIsTheOneThatWasAccepted() {
        return each(reporter -> {
            // as the plugin writes it: half a character becomes a question mark
            byte[] actual = reporter.render(HostileReport.report()).getBytes(StandardCharsets.UTF_8);
            Path golden = FOLDER.resolve(reporter.fileName());
            if (Boolean.getBoolean("lambda-db.refreshReports")) {
                Files.createDirectories(FOLDER);
                Files.write(golden, actual);
            }
            assertThat(new String(actual, StandardCharsets.UTF_8))
                    .as("Look at what is new, and accept it by: %s", REFRESH)
                    .isEqualTo(Files.readString(golden));
        });
    }

    @TestFactory
    Stream<DynamicTest> theTextHoldsNoSecretAndIsTheSameAgain() {
        return each(reporter -> assertThat(reporter.render(HostileReport.report()))
                .doesNotContain(SampleReport.SECRET)
                .doesNotContain("\r")
                .endsWith("\n")
                .isEqualTo(reporter.render(HostileReport.report())));
    }

    @TestFactory
    Stream<DynamicTest> anEmptyReportIsNoProblem() {
        return each(reporter -> {
            CheckReport empty = SampleReport.empty();
            assertThat(reporter.render(empty)).doesNotContain("null").isEqualTo(reporter.render(empty));
        });
    }

    private interface Claim {
        void about(Reporter reporter) throws IOException;
    }

    private static Stream<DynamicTest> each(Claim claim) {
        return REPORTERS.stream()
                .map(reporter -> DynamicTest.dynamicTest(reporter.name(), () -> claim.about(reporter)));
    }
}

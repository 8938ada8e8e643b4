package io.github.lambdadb.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.report.sarif.SarifReporter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class SarifReporterTest {
    private static final String FULL = new SarifReporter().render(SampleReport.full());

    @Test
    void isValidAgainstThePublishedSchema() throws IOException {
        assertValid(SampleReport.full());
        assertValid(SampleReport.empty());
    }

    @Test
    void theSchemaRefusesWhatIsNoSarif() throws IOException {
        assertThat(schema().validate("{\"version\":\"2.1.0\"}", InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void carriesRuleResultAndIdentity() {
        assertThat(FULL)
                .contains("\"id\": \"lambda-db/\"")
                .contains("\"markdown\": \"## What it reports")
                .contains("\"lambdaDbFinding/v1\": \"ab23\"")
                .contains("\"justification\": \"agreed in issue 7\"")
                .contains("\"baselineState\": \"unchanged\"")
                .contains("\"executionSuccessful\": false");
    }

    @Test
    void everyResultIsNewOrUnchangedWhenItWasComparedAndNeitherWhenNot() {
        assertThat(FULL.split("\"baselineState\": \"new\"", -1)).hasSize(4);
        assertThat(FULL.split("\"baselineState\": \"unchanged\"", -1)).hasSize(2);
        assertThat(new SarifReporter().render(SampleReport.empty())).doesNotContain("baselineState");
    }

    @Test
    void aRangeOverSeveralLinesIsShownOnItsFirst() {
        assertThat(FULL).contains("""
                        "startLine": 30,
                                    "startColumn": 5,
                                    "endLine": 30,
                                    "endColumn": 6""".indent(0).strip().replace("\n            ", "\n                  "));
    }

    @Test
    void pathsAreEncodedAsUris() {
        assertThat(FULL).contains("\"uri\": \"order%20service/src/main/java/com/acme/Gr%C3%B6%C3%9Fe.java\"");
    }

    @Test
    void showsNoSecret() {
        assertThat(FULL).doesNotContain(SampleReport.SECRET).contains("password=***");
    }

    @Test
    void theSameReportIsTheSameText() {
        assertThat(new SarifReporter().render(SampleReport.full()))
                .isEqualTo(FULL)
                .endsWith("}\n")
                .doesNotContain("\r");
    }

    private static void assertValid(CheckReport report) throws IOException {
        String sarif = new SarifReporter().render(report);
        assertThat(schema().validate(sarif, InputFormat.JSON)).isEmpty();
    }

    private static Schema schema() throws IOException {
        try (InputStream in = SarifReporterTest.class.getResourceAsStream("/sarif/sarif-schema-2.1.0.json")) {
            assertThat(in).isNotNull();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
        }
    }
}

package io.github.lambdadb.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.report.facts.FactsText;
import io.github.lambdadb.testkit.Fixture;
import io.github.lambdadb.testkit.RuleVerifier;
import io.github.lambdadb.value.Value;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Without a build that tells it, no version is assumed. */
class UnknownVersionTest {
    private static final CheckReport REPORT = RuleVerifier.withoutClassPath()
            .check(new Fixture(Path.of("src/test/fixtures/oversized-pool/default-in-static-field")));

    @Test
    void messagesAndFactsSayThatItIsNotKnown() {
        assertThat(REPORT.issues())
                .extracting(issue -> issue.finding().message())
                .anySatisfy(message -> assertThat(message)
                        .contains("10 connections (default of HikariCP, version not known; nothing sets"));
        assertThat(FactsText.lines(REPORT.facts()))
                .anySatisfy(line -> assertThat(line).contains("HikariCP, version not known, pool"));
    }

    @Test
    void aDefaultThatVersionsDifferInIsOneOfThem() {
        ConnectionSource source = REPORT.facts().sources().get(0);
        Value<String> keepalive =
                source.setting(Property.KEEPALIVE_TIME).orElseThrow().value();
        assertThat(keepalive.isComplete()).isTrue();
        assertThat(keepalive.candidates()).extracting(Value.Known::value).containsExactly("PT0S", "PT2M");
    }
}

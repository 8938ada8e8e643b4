package io.github.lambdadb.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.report.json.JsonReporter;
import org.junit.jupiter.api.Test;

final class JsonReporterTest {
    private static final String FULL = new JsonReporter().render(SampleReport.full());

    @Test
    void anEmptyReportIsWholeToo() {
        assertThat(new JsonReporter().render(SampleReport.empty())).isEqualTo("""
                        {
                          "formatVersion": 1,
                          "outcome": {
                            "passed": true
                          },
                          "issues": [ ],
                          "functions": [ ],
                          "sources": [ ],
                          "openings": [ ],
                          "usesAfterClose": [ ],
                          "calls": [ ],
                          "deployments": {
                            "functions": [ ],
                            "databases": [ ],
                            "proxies": [ ],
                            "rotatedSecrets": [ ]
                          },
                          "budget": {
                            "databases": [ ],
                            "unplaced": [ ]
                          },
                          "gaps": [ ],
                          "ruleFailures": [ ],
                          "coverage": {
                            "filesRead": 7,
                            "filesParsed": 0,
                            "filesLowered": 0,
                            "callsFollowed": 0,
                            "callsNotFollowed": 0
                          }
                        }
                        """);
    }

    @Test
    void carriesIssuesInventoryAndGaps() {
        assertThat(FULL)
                .contains("\"state\": \"suppressed\"")
                .contains("\"baselineState\": \"unchanged\"")
                .contains("\"property\": \"maximum-size\"")
                .contains("\"complete\": false")
                .contains("\"unknown\": \"from the network\"")
                .contains("\"grade\": \"client-timer\"")
                .contains("\"kind\": \"unparsable-file\"");
    }

    @Test
    void showsNoSecret() {
        assertThat(FULL).doesNotContain(SampleReport.SECRET);
    }
}

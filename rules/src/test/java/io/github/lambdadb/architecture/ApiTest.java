package io.github.lambdadb.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.check.CheckRequest;
import io.github.lambdadb.check.Checker;
import io.github.lambdadb.check.Policy;
import io.github.lambdadb.report.Reporter;
import io.github.lambdadb.rule.Rule;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What third parties may use is listed in a committed file, so that each change of it is seen in review. */
class ApiTest {
    private static final Path LIST = Path.of("..", "docs", "api.txt");
    private static final String REFRESH = "mvn -q -pl rules test -Dtest=ApiTest -Dlambda-db.refreshApi=true";

    @Test
    void listOfTheApiIsFresh() throws IOException, URISyntaxException {
        String now = PublicApi.whole().text();
        if (Boolean.getBoolean("lambda-db.refreshApi")) {
            Files.writeString(LIST, now);
        }
        assertThat(Files.readString(LIST).replace("\r\n", "\n"))
                .as("Read the difference, then refresh it by: %s", REFRESH)
                .isEqualTo(now);
    }

    @Test
    void whatAnApiTypeShowsIsApiToo() throws IOException, URISyntaxException {
        assertThat(PublicApi.whole().types())
                .contains(Rule.class, Reporter.class, Checker.class, CheckRequest.class, Policy.class)
                .allMatch(type -> type.getName().startsWith("io.github.lambdadb."));
    }
}

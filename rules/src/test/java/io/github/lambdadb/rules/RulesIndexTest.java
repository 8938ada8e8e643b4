package io.github.lambdadb.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.check.Checker;
import io.github.lambdadb.rule.RuleDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of rules in the README is the one that the rules' descriptors give. */
class RulesIndexTest {

    private static final Path README = Path.of("..", "README.md");
    private static final String PAGES = "rules/src/main/resources/io/github/lambdadb/rules/";
    private static final String BEGIN = "<!-- rules: begin -->\n";
    private static final String END = "<!-- rules: end -->";
    private static final String REFRESH = "mvn -q -pl rules test -Dtest=RulesIndexTest -Dlambda-db.refreshReadme=true";

    @Test
    void tableOfTheReadmeIsFresh() throws IOException {
        String readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        int end = readme.indexOf(END);
        assertThat(readme).contains(BEGIN, END);
        if (Boolean.getBoolean("lambda-db.refreshReadme")) {
            readme = readme.substring(0, begin) + table() + readme.substring(end);
            Files.writeString(README, readme);
            end = readme.indexOf(END);
        }
        assertThat(readme.substring(begin, end))
                .as("Refresh it by: %s", REFRESH)
                .isEqualTo(table());
    }

    private static String table() {
        return "| Rule | Finds | Severity | Category |\n|---|---|---|---|\n"
                + Checker.manual().rules().stream().map(RulesIndexTest::row).collect(Collectors.joining());
    }

    private static String row(RuleDescriptor rule) {
        return "| [`%s`](%s%s.md) | %s | %s | %s |\n"
                .formatted(
                        rule.id(),
                        PAGES,
                        rule.id(),
                        rule.title(),
                        rule.severity().level(),
                        rule.category().name().toLowerCase(Locale.ROOT));
    }
}

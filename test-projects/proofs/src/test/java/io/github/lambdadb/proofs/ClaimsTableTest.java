package io.github.lambdadb.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.check.Checker;
import io.github.lambdadb.knowledge.Catalog;
import io.github.lambdadb.knowledge.DriverModel;
import io.github.lambdadb.rule.RuleDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** {@code docs/proofs.md} is what the annotations of the proofs and the servers say. */
class ClaimsTableTest {
    private static final Path FILE = Path.of("..", "..", "docs", "proofs.md");
    private static final Path README = Path.of("..", "..", "README.md");
    private static final String BEGIN_OF_TABLE = "<!-- proofs -->\n";
    private static final String END_OF_TABLE = "<!-- end of proofs -->\n";
    private static final Path PAGES =
            Path.of("..", "..", "rules", "src", "main", "resources", "io", "github", "lambdadb", "rules");
    private static final int LAST = 19;
    private static final String REFRESH = "mvn -q -pl rules,test-projects/proofs test -Dtest=ClaimsTableTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dlambda-db.refreshProofs=true";

    @Test
    void fileIsFresh() throws IOException, ClassNotFoundException, SQLException {
        if (Boolean.getBoolean("lambda-db.refreshProofs")) {
            Files.writeString(FILE, ClaimsTable.text());
        }
        assertThat(Files.readString(FILE)).as("Refresh it by: %s", REFRESH).isEqualTo(ClaimsTable.text());
    }

    @Test
    void tableOfTheReadmeIsFresh() throws IOException, ClassNotFoundException, SQLException {
        holds(README, BEGIN_OF_TABLE, END_OF_TABLE, "\n" + ClaimsTable.ofReadme() + "\n");
    }

    @TestFactory
    Stream<DynamicTest> pagesAreFresh() {
        return Checker.manual().rules().stream()
                .map(RuleDescriptor::id)
                .map(rule -> DynamicTest.dynamicTest(rule, () -> {
                    Path page = PAGES.resolve(rule + ".md");
                    String section = ClaimsTable.ofPage(rule, Files.readString(page));
                    holds(page, "## What is proved\n", "## References\n", "\n" + section + "\n");
                }));
    }

    /** The file has the text between the marks; it is put there first if that is asked for. */
    private static void holds(Path file, String begin, String end, String text) throws IOException {
        String all = Files.readString(file);
        int from = all.indexOf(begin) + begin.length();
        int to = all.indexOf(end);
        assertThat(all).contains(begin, end);
        if (Boolean.getBoolean("lambda-db.refreshProofs")) {
            Files.writeString(file, all.substring(0, from) + text + all.substring(to));
        } else {
            assertThat(all.substring(from, to)).as("Refresh it by: %s", REFRESH).isEqualTo(text);
        }
    }

    @Test
    void driversWhoseServersRunHereAreMarked() {
        assertThat(Catalog.builtIn().drivers().stream()
                        .filter(DriverModel::isProved)
                        .map(DriverModel::id))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Driver.values())
                        .map(driver -> driver.knowledge().id())
                        .toList());
    }

    @Test
    void eachClaimHasAProof() throws IOException, ClassNotFoundException {
        List<String> ids =
                IntStream.rangeClosed(1, LAST).mapToObj(id -> "T" + id).toList();
        assertThat(ClaimsTable.proofs().stream().map(ClaimsTable::claimOf).map(Claim::id))
                .containsAll(ids);
    }

    @Test
    void rulesExist() throws IOException, ClassNotFoundException {
        List<String> rules =
                Checker.manual().rules().stream().map(RuleDescriptor::id).toList();
        assertThat(ClaimsTable.proofs().stream()
                        .map(ClaimsTable::claimOf)
                        .flatMap(claim -> Arrays.stream(claim.rules())))
                .isNotEmpty()
                .isSubsetOf(rules);
    }
}

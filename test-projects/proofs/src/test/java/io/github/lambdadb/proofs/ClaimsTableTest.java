package io.github.lambdadb.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.check.Checker;
import io.github.lambdadb.rule.RuleDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code docs/proofs.md} is what the annotations of the proofs and the servers say. */
class ClaimsTableTest {
    private static final Path FILE = Path.of("..", "..", "docs", "proofs.md");
    private static final int LAST = 16;
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

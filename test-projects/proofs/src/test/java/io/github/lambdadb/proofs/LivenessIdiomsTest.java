package io.github.lambdadb.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.knowledge.CallModel;
import io.github.lambdadb.knowledge.Catalog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Claim(
        id = "T4",
        rules = {"closed-check-is-not-liveness", "missing-reconnect"},
        text =
                "isClosed() and other bookkeeping do not notice that the server ended the session; isValid(n) and a query do",
        engines = {Engine.POSTGRESQL, Engine.MARIADB})
@Execution(ExecutionMode.CONCURRENT)
class LivenessIdiomsTest {
    static Stream<Arguments> matrix() {
        return Arrays.stream(Driver.values())
                .flatMap(driver -> Arrays.stream(LivenessIdiom.values()).map(idiom -> Arguments.of(driver, idiom)));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void idiomAnswersAsClaimed(Driver driver, LivenessIdiom idiom) throws SQLException {
        try (Account account = driver.engine().newAccount();
                Connection kept = account.open(driver)) {
            assertThat(saysAlive(idiom, kept)).as("while it is alive").isTrue();
            account.endSessions();
            assertThat(saysAlive(idiom, kept)).as("after its end").isEqualTo(!idiom.notices());
        }
    }

    /** Catch and reopen: what an accepted guard does. */
    @ParameterizedTest
    @EnumSource
    void reopeningAfterTheFailureWorks(Driver driver) throws SQLException {
        try (Account account = driver.engine().newAccount();
                Connection kept = account.open(driver)) {
            account.endSessions();
            assertThat(saysAlive(LivenessIdiom.QUERY, kept)).isFalse();
            try (Connection reopened = account.open(driver)) {
                assertThat(Sql.ask(reopened, "SELECT 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void knowledgeFileSaysTheSame() {
        CallModel known = Catalog.builtIn().call(Connection.class.getName()).orElseThrow();
        assertThat(LivenessIdiom.values())
                .filteredOn(idiom -> !idiom.method().isEmpty())
                .allSatisfy(idiom -> {
                    assertThat(known.validates().contains(idiom.method())).isEqualTo(idiom.notices());
                    assertThat(known.bookkeeping().contains(idiom.method())).isEqualTo(!idiom.notices());
                });
    }

    private static boolean saysAlive(LivenessIdiom idiom, Connection connection) {
        try {
            return idiom.saysAlive(connection);
        } catch (SQLException e) {
            return false;
        }
    }
}

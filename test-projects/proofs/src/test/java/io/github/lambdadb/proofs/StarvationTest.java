package io.github.lambdadb.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Claim(
        id = "T9",
        rules = {"connection-budget", "unbounded-concurrency"},
        text =
                "Idle sessions of one function starve another: of 100 sessions MariaDB lends 100 and PostgreSQL 97 to ordinary users",
        engines = {Engine.POSTGRESQL, Engine.MARIADB})
@Isolated("it takes all sessions of a server")
class StarvationTest {
    @ParameterizedTest
    @CsvSource({
        "POSTGRESQL, 96, 53300, SELECT count(*) FROM pg_stat_activity WHERE datname IS NOT NULL AND usename IS NOT NULL",
        "MYSQL, 99, 08004, SELECT variable_value FROM information_schema.global_status WHERE variable_name = 'threads_connected'",
        "MARIADB, 99, 08, SELECT variable_value FROM information_schema.global_status WHERE variable_name = 'threads_connected'"
    })
    void secondAndThirdUserOfTheOtherFunctionFail(Driver driver, int idle, String state, String allSessions)
            throws SQLException {
        try (Account functionA = driver.engine().newAccount();
                Account functionB = driver.engine().newAccount()) {
            starve(functionA, functionB, driver, idle, state, allSessions);
        }
    }

    private static void starve(
            Account functionA, Account functionB, Driver driver, int idle, String state, String allSessions)
            throws SQLException {
        List<Connection> kept = new ArrayList<>();
        try {
            // the sessions of the case before may count for a moment longer than they are shown
            Await.until("a session is open", () -> opens(functionA, driver, 1, kept, state));
            Connection first = kept.get(0);
            Await.until(
                    "nobody else is there", () -> Sql.ask(first, allSessions).equals("1"));
            Await.until(idle + " sessions are open", () -> opens(functionA, driver, idle, kept, state));
            kept.add(functionB.open(driver));
            assertThat(Sql.ask(first, allSessions)).isEqualTo(String.valueOf(idle + 1));
            for (int user = 2; user <= 3; user++) {
                SQLException failure = catchThrowableOfType(SQLException.class, () -> functionB.open(driver));
                assertThat((Throwable) failure).as("user %d", user).isNotNull();
                assertThat(failure.getSQLState()).startsWith(state);
            }
        } finally {
            for (Connection connection : kept) {
                connection.close();
            }
        }
    }

    /** Whether so many could be opened, as far as the server has any. */
    private static boolean opens(Account account, Driver driver, int count, List<Connection> kept, String state)
            throws SQLException {
        try {
            while (kept.size() < count) {
                kept.add(account.open(driver));
            }
            return true;
        } catch (SQLException e) {
            if (!e.getSQLState().startsWith(state)) {
                throw e;
            }
            return false;
        }
    }
}

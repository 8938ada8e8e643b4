package io.github.lambdadb.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Claim(
        id = "T3",
        rules = {"missing-idle-timeout", "missing-reconnect"},
        text = "The server ends a kept session after its idle timeout, and the next statement fails",
        engines = {Engine.POSTGRESQL, Engine.MARIADB})
@Execution(ExecutionMode.CONCURRENT)
class IdleSessionEndsTest {
    @ParameterizedTest
    @CsvSource({
        "POSTGRESQL, options=-c%20idle_session_timeout=1000, 57P05, idle-session timeout, 08003",
        "MYSQL, sessionVariables=wait_timeout=1, 08S01, last packet, 08003",
        "MARIADB, sessionVariables=wait_timeout=1, 08000, Socket error, 08000"
    })
    void nextStatementFails(Driver driver, String timeout, String state, String message, String stateAfterwards)
            throws SQLException {
        try (Account account = driver.engine().newAccount();
                Connection kept = account.open(driver, timeout)) {
            assertThat(Sql.ask(kept, "SELECT 1")).isEqualTo("1");
            account.awaitSessions(0);
            SQLException first = catchThrowableOfType(SQLException.class, () -> Sql.ask(kept, "SELECT 1"));
            assertThat((Throwable) first).hasMessageContaining(message);
            assertThat(first.getSQLState()).isEqualTo(state);
            SQLException second = catchThrowableOfType(SQLException.class, () -> Sql.ask(kept, "SELECT 1"));
            assertThat(second.getSQLState()).isEqualTo(stateAfterwards);
        }
    }
}

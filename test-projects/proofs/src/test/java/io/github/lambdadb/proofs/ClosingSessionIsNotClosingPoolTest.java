package io.github.lambdadb.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Claim(
        id = "T6",
        rules = {"unclosed-connection", "pool-per-invocation"},
        text = "Closing a connection of a pool closes no session; closing the pool closes all of them",
        engines = {Engine.POSTGRESQL, Engine.MARIADB})
@Execution(ExecutionMode.CONCURRENT)
class ClosingSessionIsNotClosingPoolTest {
    static Stream<Arguments> poolsAndDrivers() {
        return DefaultPoolSizesTest.poolsAndDrivers();
    }

    @ParameterizedTest
    @MethodSource("poolsAndDrivers")
    void sessionsStayUntilThePoolIsClosed(Pool pool, Driver driver) throws SQLException {
        try (Account account = driver.engine().newAccount()) {
            try (OpenPool open = pool.open(account, driver, Map.of())) {
                open.ask("SELECT 1"); // closes its connection
                account.awaitSessions(pool.sessionsByDefault());
                assertThat(open.ask("SELECT 1")).isEqualTo("1");
                assertThat(account.sessions()).isEqualTo(pool.sessionsByDefault());
            }
            account.awaitSessions(0);
        }
    }
}

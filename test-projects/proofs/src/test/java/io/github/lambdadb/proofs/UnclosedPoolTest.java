package io.github.lambdadb.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Claim(
        id = "T13",
        rules = "pool-per-invocation",
        text = "Each invocation that makes a pool and does not close it leaves all its sessions and its threads",
        engines = {Engine.POSTGRESQL, Engine.MARIADB})
class UnclosedPoolTest {
    private static final int INVOCATIONS = 5;

    @ParameterizedTest
    @EnumSource
    void sessionsAddUp(Driver driver) throws SQLException {
        List<OpenPool> leaked = new ArrayList<>();
        try (Account account = driver.engine().newAccount()) {
            try {
                for (int invocation = 1; invocation <= INVOCATIONS; invocation++) {
                    OpenPool pool = Pool.HIKARICP.open(account, driver, Map.of());
                    leaked.add(pool);
                    pool.ask("SELECT 1");
                    account.awaitSessions(invocation * Pool.HIKARICP.sessionsByDefault());
                }
                assertThat(Thread.getAllStackTraces().keySet())
                        .extracting(Thread::getName)
                        .containsAll(leaked.stream()
                                .map(pool -> ((HikariDataSource) pool.source()).getPoolName() + ":housekeeper")
                                .toList());
            } finally {
                for (OpenPool pool : leaked) {
                    pool.close();
                }
            }
        }
    }
}

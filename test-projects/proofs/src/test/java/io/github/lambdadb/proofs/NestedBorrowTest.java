package io.github.lambdadb.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Claim(
        id = "T10",
        rules = {"oversized-pool", "pool-too-small"},
        text =
                "A pool of one serves invocations one after the other by one session; a borrow inside a borrow waits in vain",
        engines = {Engine.POSTGRESQL, Engine.MARIADB})
@Isolated("HikariCP gives its timeout to DriverManager, which belongs to the JVM")
class NestedBorrowTest {
    private static final int INVOCATIONS = 20;

    @AfterEach
    void takeTheTimeoutBack() {
        DriverManager.setLoginTimeout(0);
    }

    @ParameterizedTest
    @EnumSource
    void invocationsShareOneSession(Driver driver) throws SQLException {
        String session = driver.engine() == Engine.POSTGRESQL ? "SELECT pg_backend_pid()" : "SELECT CONNECTION_ID()";
        try (Account account = driver.engine().newAccount();
                HikariDataSource source = poolOfOne(account, driver)) {
            Set<String> seen = new TreeSet<>();
            for (int invocation = 0; invocation < INVOCATIONS; invocation++) {
                try (Connection connection = source.getConnection()) {
                    seen.add(Sql.ask(connection, session));
                }
            }
            assertThat(seen).hasSize(1);
            assertThat(account.sessions()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nestedBorrowTimesOut(Driver driver) throws SQLException {
        try (Account account = driver.engine().newAccount();
                HikariDataSource source = poolOfOne(account, driver);
                Connection outer = source.getConnection()) {
            assertThatThrownBy(source::getConnection).isInstanceOf(SQLTransientConnectionException.class);
            assertThat(Sql.ask(outer, "SELECT 1")).isEqualTo("1");
        }
    }

    private static HikariDataSource poolOfOne(Account account, Driver driver) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(account.url(driver));
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(Duration.ofSeconds(1).toMillis());
        return new HikariDataSource(config);
    }
}

package io.github.lambdadb.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Claim(
        id = "T14",
        rules = "transaction-across-invocations",
        text = "Without a commit a kept connection stays in its transaction and keeps its locks; HikariCP rolls back",
        engines = {Engine.POSTGRESQL, Engine.MARIADB})
class OpenTransactionTest {
    @Test
    void sessionIsIdleInTransaction() throws SQLException {
        try (Account account = Engine.POSTGRESQL.newAccount();
                Connection kept = account.open(Driver.POSTGRESQL)) {
            kept.setAutoCommit(false);
            assertThat(Sql.ask(kept, "SELECT 1")).isEqualTo("1");
            assertThat(stateOf(account)).isEqualTo("idle in transaction");
            kept.rollback();
            assertThat(stateOf(account)).isEqualTo("idle");
        }
    }

    @Test
    void poolRollsBackOnReturn() throws SQLException {
        try (Account account = Engine.POSTGRESQL.newAccount();
                HikariDataSource source = new HikariDataSource()) {
            source.setJdbcUrl(account.url(Driver.POSTGRESQL));
            source.setMaximumPoolSize(1);
            source.setAutoCommit(false);
            try (Connection connection = source.getConnection()) {
                assertThat(Sql.ask(connection, "SELECT 1")).isEqualTo("1");
                assertThat(stateOf(account)).isEqualTo("idle in transaction");
            }
            assertThat(stateOf(account)).isEqualTo("idle");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POSTGRESQL, SET lock_timeout = '200ms', 55P03",
        "MYSQL, SET innodb_lock_wait_timeout = 1, 40001|HY000|41000",
        "MARIADB, SET innodb_lock_wait_timeout = 1, 40001|HY000|41000"
    })
    void lockOfTheForgottenTransactionBlocksOthers(Driver driver, String limit, String states) throws SQLException {
        try (Account account = driver.engine().newAccount();
                Connection kept = account.open(driver);
                Connection other = account.open(driver)) {
            String table = "orders_of_" + account.name();
            run(kept, "CREATE TABLE " + table + " (id INT PRIMARY KEY, total INT)");
            run(kept, "INSERT INTO " + table + " VALUES (1, 1)");
            kept.setAutoCommit(false);
            run(kept, "UPDATE " + table + " SET total = 2 WHERE id = 1");
            run(other, limit);
            SQLException failure = catchThrowableOfType(
                    SQLException.class, () -> run(other, "UPDATE " + table + " SET total = 3 WHERE id = 1"));
            assertThat((Throwable) failure).isNotNull();
            assertThat(failure.getSQLState()).matches(states);
            kept.rollback();
            run(other, "UPDATE " + table + " SET total = 3 WHERE id = 1");
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String stateOf(Account account) throws SQLException {
        return account.engine()
                .server()
                .ask("SELECT state FROM pg_stat_activity WHERE usename = '" + account.name() + "'");
    }
}

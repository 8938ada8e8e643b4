package io.github.lambdadb.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Claim(
        id = "T17",
        rules = "blind-retry",
        text = "An INSERT whose answer gets lost has been committed; repeated, it is there twice, and with a key once",
        engines = {Engine.POSTGRESQL, Engine.MARIADB})
class RepeatedWriteTest {
    @ParameterizedTest
    @CsvSource({
        "POSTGRESQL, '', 2",
        "POSTGRESQL, ON CONFLICT (request) DO NOTHING, 1",
        "MYSQL, '', 2",
        "MYSQL, ON DUPLICATE KEY UPDATE item = item, 1",
        "MARIADB, '', 2",
        "MARIADB, ON DUPLICATE KEY UPDATE item = item, 1"
    })
    void repeatedInsertCounts(Driver driver, String unlessThere, int rows) throws Exception {
        try (Account account = driver.engine().newAccount();
                Connection direct = account.open(driver)) {
            String table = "orders_of_" + account.name();
            String key = unlessThere.isEmpty() ? "" : " PRIMARY KEY";
            run(direct, "CREATE TABLE " + table + " (request INT" + key + ", item INT)");
            String insert = "INSERT INTO " + table + " VALUES (1, 7) " + unlessThere;
            String count = "SELECT count(*) FROM " + table;
            losesTheAnswer(driver, account, insert, () -> Sql.ask(direct, count).equals("1"));
            try (Connection again = account.open(driver)) {
                run(again, insert);
            }
            assertThat(Sql.ask(direct, count)).isEqualTo(String.valueOf(rows));
        }
    }

    /** The server does it, and the program is told that it failed. */
    private static void losesTheAnswer(Driver driver, Account account, String statement, Await.Condition done)
            throws IOException, SQLException {
        try (Wire wire = Wire.to(driver.engine().server().port());
                Connection cut = DriverManager.getConnection(driver.url(wire.port(), account.name()))) {
            wire.mute();
            FutureTask<Boolean> sent = new FutureTask<>(() -> {
                run(cut, statement);
                return true;
            });
            new Thread(sent).start();
            Await.until("the server has committed", done);
            wire.cut();
            assertThatThrownBy(sent::get).hasCauseInstanceOf(SQLException.class);
        }
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (Statement running = connection.createStatement()) {
            running.executeUpdate(statement);
        }
    }
}

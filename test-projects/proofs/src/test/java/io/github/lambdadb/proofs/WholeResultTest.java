package io.github.lambdadb.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Claim(
        id = "T19",
        rules = "unbounded-result",
        text =
                "A driver reads all rows before it returns the first; pgjdbc with a fetch size, in a transaction, does not",
        engines = {Engine.POSTGRESQL, Engine.MARIADB})
class WholeResultTest {
    private static final int ROWS = 100_000;
    private static final int BYTES_OF_A_ROW = 50;
    private static final String ON_POSTGRESQL =
            "SELECT repeat('x', " + BYTES_OF_A_ROW + ") FROM generate_series(1, " + ROWS + ")";

    @ParameterizedTest
    @CsvSource({"POSTGRESQL", "MYSQL", "MARIADB"})
    void allRowsHaveComeBeforeTheFirst(Driver driver) throws Exception {
        String query = driver.engine() == Engine.POSTGRESQL
                ? ON_POSTGRESQL
                : "SELECT repeat('x', " + BYTES_OF_A_ROW + ") FROM seq_1_to_" + ROWS;
        assertThat(bytesBeforeTheFirst(driver, query, 0)).isGreaterThan((long) ROWS * BYTES_OF_A_ROW);
    }

    @Test
    void fetchSizeLimitsThemInATransaction() throws Exception {
        assertThat(bytesBeforeTheFirst(Driver.POSTGRESQL, ON_POSTGRESQL, 100))
                .isLessThan((long) ROWS * BYTES_OF_A_ROW / 10);
    }

    private static long bytesBeforeTheFirst(Driver driver, String query, int fetchSize) throws Exception {
        try (Account account = driver.engine().newAccount();
                Wire wire = Wire.to(driver.engine().server().port());
                Connection connection = DriverManager.getConnection(driver.url(wire.port(), account.name()));
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(fetchSize == 0);
            statement.setFetchSize(fetchSize);
            long before = wire.answered();
            try (ResultSet rows = statement.executeQuery(query)) {
                long answered = wire.answered() - before;
                assertThat(rows.next()).isTrue();
                return answered;
            }
        }
    }
}

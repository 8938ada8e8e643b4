package io.github.lambdadb.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.knowledge.DriverModel.Pin;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Claim(
        id = "T15",
        rules = "proxy-pinning",
        text = "pgjdbc sends SET application_name after the login unless assumeMinServerVersion is set",
        engines = Engine.POSTGRESQL)
class DriverStatementsTest {
    private static final String NAME = "ApplicationName";
    private static final String MINIMUM = "assumeMinServerVersion";

    @Test
    void nameIsSentAsAStatement() throws SQLException {
        assertThat(isSaidToPin(Map.of(NAME, "orders"))).isTrue();
        assertThat(logOfALogin(NAME + "=orders").toLowerCase(Locale.ROOT)).contains("set application_name");
    }

    @Test
    void nameTravelsWithTheLoginIfTheServerIsKnown() throws SQLException {
        assertThat(isSaidToPin(Map.of(NAME, "orders", MINIMUM, "9.0"))).isFalse();
        assertThat(logOfALogin(NAME + "=orders", MINIMUM + "=9.0").toLowerCase(Locale.ROOT))
                .doesNotContain("set application_name");
    }

    private static boolean isSaidToPin(Map<String, String> properties) {
        return Driver.POSTGRESQL.knowledge().pins().stream().anyMatch((Pin pin) -> pin.isSetBy(properties));
    }

    /** The statements of a session until the one that the test itself sends. */
    private static String logOfALogin(String... parameters) throws SQLException {
        PostgreSqlServer server = PostgreSqlServer.running();
        try (Account account = Engine.POSTGRESQL.newAccount()) {
            server.run("ALTER ROLE " + account.name() + " SET log_statement = 'all'");
            try (Connection session = account.open(Driver.POSTGRESQL, parameters)) {
                assertThat(Sql.ask(session, "SHOW application_name")).isEqualTo("orders");
            }
            Await.until(
                    "the statement of the test is in the log",
                    () -> server.logOf(account.name()).contains("SHOW application_name"));
            return server.logOf(account.name());
        }
    }
}

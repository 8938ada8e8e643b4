package io.github.lambdadb.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Claim(
        id = "T16",
        rules = "snapstart-open-connection",
        text =
                "A connection that is open in a snapshot has no socket after it; one that a hook closes before is opened anew",
        engines = {Engine.POSTGRESQL, Engine.MARIADB})
class SnapshotSocketTest {
    /** Keeps a connection; the two methods are what a hook of SnapStart does. */
    private static final class Kept {
        private final String url;
        private Optional<Connection> connection = Optional.empty();

        Kept(String url) {
            this.url = url;
        }

        String ask(String query) throws SQLException {
            if (connection.isEmpty()) {
                connection = Optional.of(DriverManager.getConnection(url));
            }
            return Sql.ask(connection.get(), query);
        }

        void beforeCheckpoint() throws SQLException {
            connection.orElseThrow().close();
            connection = Optional.empty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void openConnectionIsStale(Driver driver) throws SQLException, IOException {
        try (Account account = driver.engine().newAccount();
                Wire wire = Wire.to(account.engine().server().port())) {
            Kept kept = new Kept(driver.url(wire.port(), account.name()));
            assertThat(kept.ask("SELECT 1")).isEqualTo("1");
            wire.cut();
            assertThatThrownBy(() -> kept.ask("SELECT 1")).isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void hookMakesItFresh(Driver driver) throws SQLException, IOException {
        try (Account account = driver.engine().newAccount();
                Wire wire = Wire.to(account.engine().server().port())) {
            Kept kept = new Kept(driver.url(wire.port(), account.name()));
            assertThat(kept.ask("SELECT 1")).isEqualTo("1");
            kept.beforeCheckpoint();
            account.awaitSessions(0);
            wire.cut();
            assertThat(kept.ask("SELECT 1")).isEqualTo("1");
            kept.beforeCheckpoint();
        }
    }
}

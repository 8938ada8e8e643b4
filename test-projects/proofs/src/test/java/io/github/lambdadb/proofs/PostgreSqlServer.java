package io.github.lambdadb.proofs;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;

/** PostgreSQL with 100 sessions, of which three are for superusers, and with a log that can be read by SQL. */
final class PostgreSqlServer implements Server {
    /** One line of the log is {@code user:LOG:  statement: text}. */
    private static final String LOG_LINE_PREFIX = "%u:";

    private final EmbeddedPostgres postgres;

    private PostgreSqlServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Initialised, and so started, by the first question. */
    private static final class Running {
        private static final PostgreSqlServer SERVER = start();
    }

    static PostgreSqlServer running() {
        return Running.SERVER;
    }

    private static PostgreSqlServer start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("logging_collector", "on")
                    .setServerConfig("log_filename", "statements.log")
                    .setServerConfig("log_line_prefix", LOG_LINE_PREFIX)
                    .start();
            PostgreSqlServer server = new PostgreSqlServer(postgres);
            server.run("GRANT ALL ON SCHEMA public TO PUBLIC");
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int port() {
        return postgres.getPort();
    }

    @Override
    public Connection openAsAdministrator() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }

    @Override
    public String version() throws SQLException {
        return ask("SELECT split_part(current_setting('server_version'), ' ', 1)");
    }

    @Override
    public void createUser(String name) throws SQLException {
        run("CREATE ROLE " + name + " LOGIN PASSWORD '" + PASSWORD + "'");
    }

    @Override
    public void endSessions(String user) throws SQLException {
        ask("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = '" + user + "'");
    }

    @Override
    public String sessionsOf(String user) {
        return "SELECT count(*) FROM pg_stat_activity WHERE usename = '" + user + "'";
    }

    @Override
    public String idleSessionsOf(String user, long milliseconds) {
        return sessionsOf(user) + " AND state = 'idle' AND clock_timestamp() - state_change > '" + milliseconds
                + " ms'";
    }

    /** What the server's log says of the sessions of a user. */
    String logOf(String user) throws SQLException {
        return ask(
                "SELECT string_agg(line, E'\\n') FROM regexp_split_to_table(pg_read_file(pg_current_logfile()), E'\\n')"
                        + " AS line WHERE line LIKE '" + user + ":%'");
    }
}

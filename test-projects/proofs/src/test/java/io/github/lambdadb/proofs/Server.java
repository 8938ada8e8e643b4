package io.github.lambdadb.proofs;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A database server on loopback. */
interface Server {
    /** What every account logs in with. */
    String PASSWORD = "proof";

    int port();

    /** A session with all rights; it counts among the server's sessions until it is closed. */
    Connection openAsAdministrator() throws SQLException;

    /** The version that the server says it has. */
    String version() throws SQLException;

    /** Makes an ordinary user. */
    void createUser(String name) throws SQLException;

    /** Ends the sessions of a user from the server's side. */
    void endSessions(String user) throws SQLException;

    /** A query for the number of sessions of a user. */
    String sessionsOf(String user);

    /** A query for the number of sessions of a user that have done nothing for so many milliseconds. */
    String idleSessionsOf(String user, long milliseconds);

    /** The first column of the first row, in a session of its own; the text {@code null} for NULL. */
    default String ask(String query) throws SQLException {
        try (Connection connection = openAsAdministrator()) {
            return Sql.ask(connection, query);
        }
    }

    /** Runs a statement in a session of its own. */
    default void run(String statement) throws SQLException {
        try (Connection connection = openAsAdministrator();
                Statement running = connection.createStatement()) {
            running.execute(statement);
        }
    }
}

package io.github.lambdadb.proofs;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A way in which programs ask whether a kept connection still has its session, and whether it notices a session that is gone. */
enum LivenessIdiom {
    NULL_CHECK("", false) {
        @Override
        boolean saysAlive(Connection connection) {
            return connection != null;
        }
    },
    IS_CLOSED("isClosed", false) {
        @Override
        boolean saysAlive(Connection connection) throws SQLException {
            return !connection.isClosed();
        }
    },
    GET_WARNINGS("getWarnings", false) {
        @Override
        boolean saysAlive(Connection connection) throws SQLException {
            return connection.getWarnings() == null;
        }
    },
    GET_META_DATA("getMetaData", false) {
        @Override
        boolean saysAlive(Connection connection) throws SQLException {
            return connection.getMetaData() != null;
        }
    },
    GET_CATALOG("getCatalog", false) {
        @Override
        boolean saysAlive(Connection connection) throws SQLException {
            return !String.valueOf(connection.getCatalog()).isEmpty();
        }
    },
    GET_AUTO_COMMIT("getAutoCommit", false) {
        @Override
        boolean saysAlive(Connection connection) throws SQLException {
            return connection.getAutoCommit();
        }
    },
    CREATE_STATEMENT("", false) {
        @Override
        boolean saysAlive(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                return !statement.isClosed();
            }
        }
    },
    IS_VALID("isValid", true) {
        @Override
        boolean saysAlive(Connection connection) throws SQLException {
            return connection.isValid(1);
        }
    },
    QUERY("", true) {
        @Override
        boolean saysAlive(Connection connection) throws SQLException {
            return "1".equals(Sql.ask(connection, "SELECT 1"));
        }
    };

    private final String method;
    private final boolean notices;

    LivenessIdiom(String method, boolean notices) {
        this.method = method;
        this.notices = notices;
    }

    /** Asks; an exception is a no as well. */
    abstract boolean saysAlive(Connection connection) throws SQLException;

    /** The method of {@link Connection} that answers, or empty. */
    String method() {
        return method;
    }

    /** What the rules claim: whether it says no of a session that the server has ended. */
    boolean notices() {
        return notices;
    }
}

package io.github.lambdadb.proofs;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Functions as rules find them. */
final class GuiltyFunctions {
    private GuiltyFunctions() {}

    static String borrowAndAsk(DataSource source, String query) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return Sql.ask(connection, query);
        }
    }

    /** A pool as large as its default, filled before anybody asks, whose sessions have no name. */
    static final class DefaultPool implements LambdaFunction {
        private final HikariDataSource source = new HikariDataSource();

        DefaultPool(String url) {
            source.setJdbcUrl(url);
        }

        @Override
        public String invoke(String event) throws SQLException {
            return borrowAndAsk(source, event);
        }
    }

    /** A pool for each invocation. */
    static final class PoolPerInvocation implements LambdaFunction {
        private final String url;

        PoolPerInvocation(String url) {
            this.url = url;
        }

        @Override
        @SuppressWarnings("resource") // this is the guilt
        public String invoke(String event) throws SQLException {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(url);
            return borrowAndAsk(new HikariDataSource(config), event);
        }
    }

    /** A connection for each invocation, which nobody closes. */
    static final class UnclosedConnection implements LambdaFunction {
        private final String url;

        UnclosedConnection(String url) {
            this.url = url;
        }

        @Override
        @SuppressWarnings("resource") // this is the guilt
        public String invoke(String event) throws SQLException {
            return Sql.ask(DriverManager.getConnection(url), event);
        }
    }

    /** A kept connection that is reopened if {@code isClosed()} says so. */
    static final class ClosedCheck implements LambdaFunction {
        private final String url;
        private Connection connection;

        ClosedCheck(String url) throws SQLException {
            this.url = url;
            connection = DriverManager.getConnection(url);
        }

        @Override
        public String invoke(String event) throws SQLException {
            if (connection.isClosed()) {
                connection = DriverManager.getConnection(url);
            }
            return Sql.ask(connection, event);
        }
    }

    /** A pool that does not test what it lends. */
    static final class UntestedPool implements LambdaFunction {
        private final org.apache.tomcat.jdbc.pool.DataSource source = new org.apache.tomcat.jdbc.pool.DataSource();

        UntestedPool(String url) {
            source.setUrl(url);
        }

        @Override
        public String invoke(String event) throws SQLException {
            return borrowAndAsk(source, event);
        }
    }

    /** Sets the schema of the event's tenant for the session; answers what it found. */
    static final class SessionState implements LambdaFunction {
        private final Connection connection;

        SessionState(String url) throws SQLException {
            connection = DriverManager.getConnection(url);
        }

        @Override
        public String invoke(String event) throws SQLException {
            String found = Sql.ask(connection, "SHOW search_path");
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET search_path TO " + event);
            }
            return found;
        }
    }

    /** Reads in a transaction that nobody ends. */
    static final class OpenTransaction implements LambdaFunction {
        private final Connection connection;

        OpenTransaction(String url) throws SQLException {
            connection = DriverManager.getConnection(url);
            connection.setAutoCommit(false);
        }

        @Override
        public String invoke(String event) throws SQLException {
            return Sql.ask(connection, event);
        }
    }

    /** Closes the pool that later invocations use. */
    static final class ClosedSource implements LambdaFunction {
        private final HikariDataSource source;

        ClosedSource(String url) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(url);
            config.setMaximumPoolSize(1);
            source = new HikariDataSource(config);
        }

        @Override
        public String invoke(String event) throws SQLException {
            try {
                return borrowAndAsk(source, event);
            } finally {
                source.close();
            }
        }
    }
}

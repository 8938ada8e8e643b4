package io.github.lambdadb.proofs;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The functions of {@link GuiltyFunctions}, changed as the pages of the rules say. */
final class FixedFunctions {
    private FixedFunctions() {}

    /** One kept pool of one session that has a name. */
    static final class PoolOfOne implements LambdaFunction {
        private final HikariDataSource source;

        PoolOfOne(String url) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(url);
            config.setMaximumPoolSize(1);
            config.addDataSourceProperty("ApplicationName", "orders");
            source = new HikariDataSource(config);
        }

        @Override
        public String invoke(String event) throws SQLException {
            return GuiltyFunctions.borrowAndAsk(source, event);
        }
    }

    /** A connection for each invocation, which is closed. */
    static final class ClosedConnection implements LambdaFunction {
        private final String url;

        ClosedConnection(String url) {
            this.url = url;
        }

        @Override
        public String invoke(String event) throws SQLException {
            try (Connection connection = DriverManager.getConnection(url)) {
                return Sql.ask(connection, event);
            }
        }
    }

    /** A kept connection that is reopened if {@code isValid} says no. */
    static final class ValidCheck implements LambdaFunction {
        private final String url;
        private Connection connection;

        ValidCheck(String url) throws SQLException {
            this.url = url;
            connection = DriverManager.getConnection(url);
        }

        @Override
        public String invoke(String event) throws SQLException {
            if (!connection.isValid(1)) {
                connection.close();
                connection = DriverManager.getConnection(url);
            }
            return Sql.ask(connection, event);
        }
    }

    /** A pool that tests what it lends. */
    static final class TestedPool implements LambdaFunction {
        private final org.apache.tomcat.jdbc.pool.DataSource source = new org.apache.tomcat.jdbc.pool.DataSource();

        TestedPool(String url) {
            source.setUrl(url);
            source.setTestOnBorrow(true);
            source.setValidationInterval(0);
        }

        @Override
        public String invoke(String event) throws SQLException {
            return GuiltyFunctions.borrowAndAsk(source, event);
        }
    }

    /** Sets the schema of the event's tenant for the transaction. */
    static final class TransactionState implements LambdaFunction {
        private final Connection connection;

        TransactionState(String url) throws SQLException {
            connection = DriverManager.getConnection(url);
            connection.setAutoCommit(false);
        }

        @Override
        public String invoke(String event) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                String found = Sql.ask(connection, "SHOW search_path");
                statement.execute("SET LOCAL search_path TO " + event);
                return found;
            } finally {
                connection.rollback();
            }
        }
    }
}

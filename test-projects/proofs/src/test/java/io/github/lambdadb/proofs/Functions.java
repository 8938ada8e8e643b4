package io.github.lambdadb.proofs;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.commons.dbcp2.BasicDataSource;

/** Functions for {@link ExecutionEnvironment}. An event is a query, and its answer the result. */
final class Functions {
    private Functions() {}

    /** Keeps a connection. */
    static final class KeepsConnection implements LambdaFunction {
        private final Connection connection;

        KeepsConnection(String url) throws SQLException {
            connection = DriverManager.getConnection(url);
        }

        @Override
        public String invoke(String event) throws SQLException {
            return Sql.ask(connection, event);
        }
    }

    /** Keeps a HikariCP pool whose client timer ends sessions that were idle for ten seconds, the shortest that it takes. */
    static final class KeepsHikariPool implements LambdaFunction {
        private final HikariDataSource source;

        KeepsHikariPool(String url) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(url);
            config.setMinimumIdle(0);
            config.setMaximumPoolSize(1);
            config.setInitializationFailTimeout(-1);
            config.setIdleTimeout(Duration.ofSeconds(10).toMillis());
            source = new HikariDataSource(config);
        }

        @Override
        public String invoke(String event) throws SQLException {
            try (Connection connection = source.getConnection()) {
                return Sql.ask(connection, event);
            }
        }
    }

    /** Keeps a pool of Commons DBCP2 whose evictor ends sessions that were idle for two seconds. */
    static final class KeepsDbcpPool implements LambdaFunction {
        private final BasicDataSource source = new BasicDataSource();

        KeepsDbcpPool(String url) {
            source.setUrl(url);
            source.setMinEvictableIdle(Duration.ofSeconds(2));
            source.setDurationBetweenEvictionRuns(Duration.ofMillis(200));
        }

        @Override
        public String invoke(String event) throws SQLException {
            try (Connection connection = source.getConnection()) {
                return Sql.ask(connection, event);
            }
        }
    }
}

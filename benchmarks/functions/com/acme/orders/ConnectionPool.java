package com.acme.orders;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

final class ConnectionPool {
    private static final HikariDataSource POOL = create();

    private ConnectionPool() {}

    static Connection connection() throws SQLException {
        return POOL.getConnection();
    }

    private static HikariDataSource create() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://" + System.getenv("DB_HOST") + "/orders");
        config.setUsername(System.getenv("DB_USER"));
        config.setPassword(System.getenv("DB_PASSWORD"));
        config.setMaximumPoolSize(5);
        return new HikariDataSource(config);
    }
}

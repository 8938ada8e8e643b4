package com.acme.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The one pool of all functions. */
public final class Database {
    private static final DataSource DATA_SOURCE = createDataSource();

    private Database() {}

    public static Connection connect() throws SQLException {
        return DATA_SOURCE.getConnection();
    }

    private static DataSource createDataSource() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://orders.example.com:5432/orders?sslmode=verify-full");
        config.setMaximumPoolSize(20);
        return new HikariDataSource(config);
    }
}

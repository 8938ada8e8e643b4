package com.acme.orders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Looks up the state of an order. */
public class OrderHandler implements RequestHandler<String, String> {
    private static final DataSource DATA_SOURCE = createDataSource();

    private static DataSource createDataSource() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://orders.example.com:5432/orders");
        config.setUsername("orders");
        config.setPassword(System.getenv("DB_PASSWORD"));
        return new HikariDataSource(config);
    }

    @Override
    public String handleRequest(String orderId, Context context) {
        try (Connection connection = DATA_SOURCE.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT state FROM orders WHERE id = ?")) {
            statement.setString(1, orderId);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? result.getString(1) : "unknown";
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The order could not be read.", failed);
        }
    }
}

package com.acme.orders;

import module java.sql;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** Looks up orders, written in the Java of 2025. */
public class OrderHandler implements RequestHandler<OrderHandler.Query, String> {
    sealed interface Query permits ById, Latest {}

    record ById(String id) implements Query {}

    record Latest(int _count) implements Query {}

    private static final HikariDataSource DATA_SOURCE;

    static {
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://orders.example.com:5432/orders?sslmode=verify-full");
        DATA_SOURCE = new HikariDataSource(config);
    }

    @Override
    public String handleRequest(Query query, Context context) {
        var sql = switch (query) {
            case ById(var id) when id.isBlank() -> "SELECT 'none'";
            case ById _ -> "SELECT state FROM orders";
            case Latest(int count) -> """
                    SELECT state
                    FROM orders
                    LIMIT %d""".formatted(count);
        };
        try (var connection = DATA_SOURCE.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            return result.next() ? result.getString(1) : "unknown";
        } catch (SQLException _) {
            return "unknown";
        }
    }
}

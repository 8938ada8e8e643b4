package com.acme.orders;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

final class OrderDao {
    String status(String order) {
        return text("select status from orders where id = ?", order);
    }

    String owner(String order) {
        return text("select owner from orders where id = ?", order);
    }

    private static String text(String query, String argument) {
        try (Connection connection = ConnectionPool.connection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, argument);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The order cannot be read", e);
        }
    }
}

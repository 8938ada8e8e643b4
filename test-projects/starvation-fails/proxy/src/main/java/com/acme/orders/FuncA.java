package com.acme.orders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

public class FuncA implements RequestHandler<Map<String, String>, String> {
    private Connection connection;

    @Override
    public String handleRequest(Map<String, String> event, Context context) {
        try (Statement statement = live().createStatement()) {
            statement.executeUpdate("UPDATE orders SET seen = seen + 1");
            return "done";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The server ends idle sessions: a kept one is tried before it is used. */
    private Connection live() throws SQLException {
        if (connection == null || !connection.isValid(1)) {
            connection = Database.open();
        }
        return connection;
    }
}

package com.acme.orders;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

public class FuncB implements RequestHandler<Map<String, String>, String> {
    @Override
    public String handleRequest(Map<String, String> event, Context context) {
        try (Connection connection = Database.open();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE invoices SET seen = seen + 1");
            return "done";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

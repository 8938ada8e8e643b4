package com.acme.functions;

import com.acme.db.Database;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Closes an order. */
public class OrderHandler implements RequestHandler<String, String> {
    @Override
    public String handleRequest(String orderId, Context context) {
        try (Connection connection = Database.connect();
                PreparedStatement statement = connection.prepareStatement("DELETE FROM orders WHERE id = ?")) {
            statement.setString(1, orderId);
            return statement.executeUpdate() == 1 ? "closed" : "unknown";
        } catch (SQLException failed) {
            throw new IllegalStateException("The order could not be closed.", failed);
        }
    }
}

package com.acme.orders;

import com.acme.mesh.MeshedPool;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The same with the pool that the jar of rules describes. */
public class StockHandler implements RequestHandler<String, String> {
    private static final MeshedPool POOL = new MeshedPool("jdbc:postgresql://orders.example.com:5432/orders");

    @Override
    public String handleRequest(String orderId, Context context) {
        try (Connection connection = POOL.getConnection();
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

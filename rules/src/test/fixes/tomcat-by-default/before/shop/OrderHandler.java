package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.sql.Connection;
import java.sql.SQLException;
import org.apache.tomcat.jdbc.pool.DataSource;

public final class OrderHandler implements RequestHandler<String, String> {
    private final DataSource orders;

    public OrderHandler() {
        this.orders = new DataSource();
        orders.setUrl("jdbc:postgresql://db.internal/orders?applicationName=orders&sslmode=verify-full");
    }

    @Override
    public String handleRequest(String order, Context context) {
        try (Connection connection = orders.getConnection()) {
            connection.createStatement().executeUpdate("UPDATE orders SET seen = true");
            return "done";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

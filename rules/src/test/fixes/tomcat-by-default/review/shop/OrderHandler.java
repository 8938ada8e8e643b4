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
        this.orders.setMaxActive(1);
        this.orders.setTestOnBorrow(true);
        orders.setUrl("jdbc:postgresql://db.internal/orders?ApplicationName=orders&sslmode=verify-full&options=-c%20idle_session_timeout=300000&loginTimeout=10");
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

package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

public class OrderHandler implements RequestHandler<Map<String, String>, Integer> {
    @Inject
    DataSource orders;

    @Override
    public Integer handleRequest(Map<String, String> order, Context context) {
        try (Connection connection = orders.getConnection();
                PreparedStatement statement = connection.prepareStatement("UPDATE orders SET seen = true")) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

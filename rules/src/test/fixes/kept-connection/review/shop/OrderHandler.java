package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

public final class OrderHandler implements RequestHandler<String, String> {
    private static final String URL = "jdbc:mysql://db.internal/orders?characterEncoding=utf8&sessionVariables=wait_timeout=300&socketTimeout=30000&sslMode=required&connectionAttributes=program_name:" + System.getenv().getOrDefault("AWS_LAMBDA_FUNCTION_NAME", "local");
    private static Connection connection;

    private static Connection connection() throws SQLException {
        if (connection == null || !connection.isValid(1)) {
            connection = DriverManager.getConnection(URL, "orders", System.getenv("DB_PASSWORD"));
        }
        return connection;
    }

    @Override
    public String handleRequest(String order, Context context) {
        try {
            connection().createStatement().executeUpdate("UPDATE orders SET seen = true");
            return "done";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

package stock;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

public final class StockHandler implements RequestHandler<Map<String, String>, String> {
    private static final HikariDataSource STOCK = open();

    private static HikariDataSource open() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://" + System.getenv("DB_HOST") + "/stock?loginTimeout=2&options=-c%20idle_session_timeout=300000&sslmode=require");
        config.setMaximumPoolSize(1);
        config.addDataSourceProperty("ApplicationName", System.getenv().getOrDefault("AWS_LAMBDA_FUNCTION_NAME", "local"));
        return new HikariDataSource(config);
    }

    @Override
    public String handleRequest(Map<String, String> count, Context context) {
        try (Connection connection = STOCK.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE stock SET counted = true");
            return "counted";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

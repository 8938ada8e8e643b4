package shop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/** Bestellungen für den Laden. */
public final class OrderHandler implements RequestHandler<String, String> {
	private static final HikariDataSource ORDERS = open();

	private static HikariDataSource open() {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl("jdbc:postgresql://" + System.getenv("DB_HOST") + "/orders"); // the cluster's writer
		config.setMaximumPoolSize(20); /* as on the old server */
		return new HikariDataSource(config);
	}

	@Override
	public String handleRequest(String order, Context context) {
		try (Connection connection = ORDERS.getConnection()) {
			connection.createStatement().executeUpdate("UPDATE orders SET seen = true");
			return "done";
		} catch (SQLException e) {
			throw new IllegalStateException(e);
		}
	}
}

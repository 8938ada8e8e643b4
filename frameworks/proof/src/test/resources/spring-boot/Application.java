package shop;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class Application {
    @Bean
    public Function<String, Boolean> markSeen(DataSource orders) {
        return id -> {
            try (Connection connection = orders.getConnection()) {
                return connection.prepareStatement("UPDATE orders SET seen = true").execute();
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        };
    }
}

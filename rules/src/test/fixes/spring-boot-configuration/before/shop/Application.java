package shop;

import java.util.function.Function;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

@SpringBootApplication
public class Application {
    @Bean
    public Function<String, Integer> markSeen(JdbcTemplate orders) {
        return id -> orders.update("UPDATE orders SET seen = true WHERE id = ?", id);
    }
}

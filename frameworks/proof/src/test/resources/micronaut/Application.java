package shop;

import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

public class Application extends MicronautRequestHandler<String, Boolean> {
    @Inject
    List<DataSource> orders;

    @Override
    public Boolean execute(String id) {
        boolean seen = false;
        for (DataSource source : orders) {
            try (Connection connection = source.getConnection()) {
                seen |= connection.prepareStatement("UPDATE orders SET seen = true").execute();
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }
        return seen;
    }
}

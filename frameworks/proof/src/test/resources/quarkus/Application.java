package shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

@Path("/orders")
@ApplicationScoped
public class Application {
    @Inject
    @Any
    Instance<DataSource> orders;

    @GET
    public boolean markSeen() {
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

package proof;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.persistence.jpa.JpaEntityManagerFactory;
import org.eclipse.persistence.sessions.server.ConnectionPool;
import org.eclipse.persistence.sessions.server.ServerSession;

/** Starts the application's factory and shows the pool behind it. */
public final class Starter implements BiConsumer<Map<String, String>, Consumer<Object>> {
    @Override
    public void accept(Map<String, String> variables, Consumer<Object> reader) {
        try {
            ServerSession session = shop.Application.orders()
                    .unwrap(JpaEntityManagerFactory.class)
                    .getServerSession();
            ConnectionPool pool = session.getConnectionPools().get(ServerSession.DEFAULT_POOL);
            reader.accept(Map.of(
                    "product", "EclipseLink",
                    "MAXIMUM_SIZE", String.valueOf(pool.getMaxNumberOfConnections()),
                    "MINIMUM_IDLE", String.valueOf(pool.getMinNumberOfConnections()),
                    "INITIAL_SIZE", String.valueOf(pool.getInitialNumberOfConnections())));
        } finally {
            shop.Application.orders().close();
        }
    }
}

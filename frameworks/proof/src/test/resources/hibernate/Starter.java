package proof;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/** Starts the application's factory and shows the pool behind it. */
public final class Starter implements BiConsumer<Map<String, String>, Consumer<Object>> {
    @Override
    public void accept(Map<String, String> variables, Consumer<Object> reader) {
        load("org.h2.Driver");
        try (SessionFactoryImplementor factory = shop.Application.orders().unwrap(SessionFactoryImplementor.class)) {
            ConnectionProvider provider = factory.getServiceRegistry().getService(ConnectionProvider.class);
            Optional<Object> pool = values(provider).values().stream()
                    .filter(DataSource.class::isInstance)
                    .findFirst();
            reader.accept(pool.map(Starter::shown).orElseGet(() -> builtIn(provider)));
        }
    }

    /** DriverManager looks for drivers once in the life of a JVM. */
    private static void load(String driver) {
        try {
            Class.forName(driver);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Agroal's settings are those of an object that it was made of. */
    private static Object shown(Object pool) {
        if (!pool.getClass().getName().startsWith("io.agroal.")) {
            return pool;
        }
        Object settings = call(call(pool, "getConfiguration"), "connectionPoolConfiguration");
        return Map.of(
                "product", "Agroal",
                "MAXIMUM_SIZE", call(settings, "maxSize").toString(),
                "MINIMUM_IDLE", call(settings, "minSize").toString(),
                "INITIAL_SIZE", call(settings, "initialSize").toString(),
                "CONNECTION_TIMEOUT", call(settings, "acquisitionTimeout").toString(),
                "MAX_LIFETIME", call(settings, "maxLifetime").toString(),
                "IDLE_TIMEOUT", call(settings, "reapTimeout").toString(),
                "VALIDATION_IDLE", call(settings, "idleValidationTimeout").toString());
    }

    private static Object call(Object object, String name) {
        try {
            Method method = object.getClass().getMethod(name);
            method.setAccessible(true);
            return method.invoke(object);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Hibernate's own pool has no getters. */
    private static Map<String, String> builtIn(ConnectionProvider provider) {
        Map<String, Object> pool = values(values(values(provider).get("state")).get("pool"));
        return Map.of(
                "product", "Hibernate built-in pool",
                "MAXIMUM_SIZE", pool.get("maxSize").toString(),
                "MINIMUM_IDLE", pool.get("minSize").toString());
    }

    private static Map<String, Object> values(Object object) {
        Map<String, Object> values = new HashMap<>();
        for (Class<?> type = object.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                field.setAccessible(true);
                try {
                    values.putIfAbsent(field.getName(), field.get(object));
                } catch (IllegalAccessException impossible) {
                    throw new IllegalStateException(impossible);
                }
            }
        }
        return values;
    }
}

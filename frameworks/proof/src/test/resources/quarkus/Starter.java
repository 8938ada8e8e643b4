package proof;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import jakarta.enterprise.inject.Any;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Writes the settings of each data source that is in use into a file of the folder that is given. */
@QuarkusMain
public final class Starter implements QuarkusApplication {
    @Override
    public int run(String... arguments) throws IOException {
        int number = 0;
        for (InstanceHandle<AgroalDataSource> source : Arc.container()
                .select(AgroalDataSource.class, Any.Literal.INSTANCE)
                .handles()) {
            if (source.getBean().isActive()) {
                try (Writer file = Files.newBufferedWriter(Path.of(arguments[0], ++number + ".properties"))) {
                    settings(source.get().getConfiguration().connectionPoolConfiguration())
                            .store(file, null);
                }
            }
        }
        return 0;
    }

    private static Properties settings(AgroalConnectionPoolConfiguration pool) {
        AgroalConnectionFactoryConfiguration factory = pool.connectionFactoryConfiguration();
        Properties settings = new Properties();
        settings.setProperty("product", "Quarkus Agroal pool");
        settings.setProperty("MAXIMUM_SIZE", String.valueOf(pool.maxSize()));
        settings.setProperty("MINIMUM_IDLE", String.valueOf(pool.minSize()));
        settings.setProperty("INITIAL_SIZE", String.valueOf(pool.initialSize()));
        settings.setProperty("IDLE_TIMEOUT", pool.reapTimeout().toString());
        settings.setProperty("MAX_LIFETIME", pool.maxLifetime().toString());
        settings.setProperty("KEEPALIVE_TIME", pool.validationTimeout().toString());
        settings.setProperty("VALIDATION_IDLE", pool.idleValidationTimeout().toString());
        settings.setProperty("VALIDATES_ON_BORROW", String.valueOf(pool.validateOnBorrow()));
        settings.setProperty("CONNECTION_TIMEOUT", pool.acquisitionTimeout().toString());
        settings.setProperty("LOGIN_TIMEOUT", factory.loginTimeout().toString());
        settings.setProperty("INIT_SQL", text(factory.initialSql()));
        settings.setProperty("URL", text(factory.jdbcUrl()));
        settings.setProperty("USER", factory.principal() == null ? "" : factory.principal().getName());
        if (factory.jdbcProperties().containsKey("ApplicationName")) {
            settings.setProperty("PROGRAM_NAME", factory.jdbcProperties().getProperty("ApplicationName"));
        }
        return settings;
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}

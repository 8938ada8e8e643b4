package io.github.lambdadb.proofs;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalConnectionPoolConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.knowledge.SettingModel;
import io.github.lambdadb.knowledge.SourceModel;
import java.sql.SQLException;
import java.util.Map;

/** Agroal, whose settings lie in suppliers inside suppliers. */
final class AgroalPools {
    /** The maximum has no default and must be set. */
    private static final int MAXIMUM = 10;

    private AgroalPools() {}

    static OpenPool open(SourceModel knowledge, Map<Property, String> settings) throws SQLException {
        AgroalDataSourceConfigurationSupplier configuration = new AgroalDataSourceConfigurationSupplier();
        AgroalConnectionPoolConfigurationSupplier pool = configuration.connectionPoolConfiguration();
        pool.maxSize(MAXIMUM);
        if (settings.containsKey(Property.VALIDATES_ON_BORROW)) {
            pool.connectionValidator(
                    ConnectionValidator.defaultValidator()); // else the answer is yes, whatever happened
        }
        settings.forEach((property, value) -> {
            SettingModel setting = knowledge.settings().get(property);
            if (setting == null
                    || !(Setters.set(pool, setting, value)
                            || Setters.set(pool.connectionFactoryConfiguration(), setting, value))) {
                throw new IllegalStateException("agroal.yaml names no setter for " + property + " that is there");
            }
        });
        AgroalDataSource source = AgroalDataSource.from(configuration);
        return new OpenPool(source, source::close);
    }
}

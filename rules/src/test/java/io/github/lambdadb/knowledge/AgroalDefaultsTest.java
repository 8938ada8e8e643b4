package io.github.lambdadb.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.agroal.api.configuration.supplier.AgroalConnectionPoolConfigurationSupplier;
import io.github.lambdadb.facts.Property;
import org.junit.jupiter.api.Test;

/** Asks what Agroal's suppliers supply when nothing but the mandatory is set. */
class AgroalDefaultsTest {
    private final SourceModel agroal = Catalog.builtIn().source("agroal").orElseThrow();

    @Test
    void theMaximumHasNoDefault() {
        assertThat(agroal.settings().get(Property.MAXIMUM_SIZE).defaults()).isEmpty();
        assertThatThrownBy(() -> new AgroalConnectionPoolConfigurationSupplier().get())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theOthersAreWhatTheFileSays() {
        AgroalConnectionPoolConfiguration supplied = new AgroalConnectionPoolConfigurationSupplier()
                .maxSize(1)
                .connectionFactoryConfiguration(factory -> factory)
                .get();
        assertThat(supplied.minSize()).hasToString(claimed(Property.MINIMUM_IDLE));
        assertThat(supplied.initialSize()).hasToString(claimed(Property.INITIAL_SIZE));
        assertThat(supplied.reapTimeout()).hasToString(claimed(Property.IDLE_TIMEOUT));
        assertThat(supplied.maxLifetime()).hasToString(claimed(Property.MAX_LIFETIME));
        assertThat(supplied.validationTimeout()).hasToString(claimed(Property.KEEPALIVE_TIME));
        assertThat(supplied.acquisitionTimeout()).hasToString(claimed(Property.CONNECTION_TIMEOUT));
        assertThat(supplied.idleValidationTimeout()).hasToString(claimed(Property.VALIDATION_IDLE));
        assertThat(supplied.validateOnBorrow()).hasToString(claimed(Property.VALIDATES_ON_BORROW));
        assertThat(supplied.connectionFactoryConfiguration().autoCommit()).hasToString(claimed(Property.AUTO_COMMIT));
        assertThat(supplied.connectionFactoryConfiguration().loginTimeout())
                .hasToString(claimed(Property.LOGIN_TIMEOUT));
    }

    private String claimed(Property property) {
        return agroal.settings().get(property).defaultsOf("").get(0).value();
    }
}

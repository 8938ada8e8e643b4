package io.github.lambdadb.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postgresql.PGProperty;

/** What the file of pgjdbc says of its enum is what the enum says of itself. */
class PropertyEnumTest {
    @Test
    void constantsNameTheirProperties() {
        DriverModel.PropertyEnum properties =
                Catalog.builtIn().driver("postgresql").orElseThrow().propertyEnum();
        assertThat(properties.type()).isEqualTo(PGProperty.class.getName());
        assertThat(properties.keys())
                .isNotEmpty()
                .allSatisfy((constant, key) ->
                        assertThat(PGProperty.valueOf(constant).getName()).isEqualTo(key));
    }
}

package io.github.lambdadb.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.DatabaseCapacity;
import io.github.lambdadb.facts.DeployedDatabase;
import io.github.lambdadb.facts.DeployedDatabase.Attribute;
import io.github.lambdadb.facts.DeployedDatabase.Kind;
import io.github.lambdadb.knowledge.Catalog;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Certainty;
import io.github.lambdadb.value.Value;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapacitiesTest {
    private static final Location HERE = Location.ofLine("template.yaml", 7);

    @ParameterizedTest
    @CsvSource({
        "mysql, 8.4, db.t3.micro, 59, false",
        "mariadb, 10.4, db.t3.micro, 59, false",
        "mariadb, 10.11, db.t3.micro, 29, false",
        "postgres, 16, db.t4g.small, 180, false",
        "postgres, 16, db.m7g.large, 820, false",
        "postgres, 16, db.r6g.8xlarge, 5000, false",
        "aurora-mysql, 8.0, db.r6g.large, 1000, true",
        "aurora-mysql, 8.0, db.t4g.medium, 90, true",
        "aurora-mysql, 8.0, db.x2g.large, 2000, true",
        "aurora-postgresql, 16, db.r6g.large, 1722, true",
        "aurora-postgresql, 16, db.r6g.16xlarge, 5000, false"
    })
    void byClass(String engine, String version, String instanceClass, int maximum, boolean exact) {
        DatabaseCapacity capacity = capacity(
                        Map.of(
                                Attribute.ENGINE,
                                engine,
                                Attribute.ENGINE_VERSION,
                                version,
                                Attribute.INSTANCE_CLASS,
                                instanceClass),
                        Map.of())
                .get(0);
        assertThat(capacity.maximum()).isEqualTo(maximum);
        assertThat(capacity.isExact()).isEqualTo(exact);
        assertThat(capacity.certainty()).isEqualTo(Certainty.DEFINITE);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 189", "1, 4, 823", "1, 10, 1669", "0.5, 64, 2000", "1, 64, 5000", "0, 128, 2000"})
    void byCapacity(String minimum, String maximum, int sessions) {
        assertThat(capacity(
                                Map.of(
                                        Attribute.ENGINE,
                                        "aurora-postgresql",
                                        Attribute.MINIMUM_CAPACITY,
                                        minimum,
                                        Attribute.MAXIMUM_CAPACITY,
                                        maximum),
                                Map.of())
                        .get(0)
                        .maximum())
                .isEqualTo(sessions);
    }

    @Test
    void whatIsSetWins() {
        DatabaseCapacity capacity = capacity(
                        Map.of(Attribute.ENGINE, "postgres", Attribute.INSTANCE_CLASS, "db.t4g.small"),
                        Map.of("max_connections", "100"))
                .get(0);
        assertThat(capacity.maximum()).isEqualTo(100);
        assertThat(capacity.usable()).isEqualTo(95);
        assertThat(capacity.isExact()).isTrue();
    }

    @Test
    void nothingIsGuessed() {
        assertThat(capacity(Map.of(Attribute.ENGINE, "mysql"), Map.of())).isEmpty();
        assertThat(capacity(Map.of(Attribute.ENGINE, "mysql", Attribute.INSTANCE_CLASS, "db.z9.nano"), Map.of()))
                .isEmpty();
        assertThat(capacity(Map.of(Attribute.ENGINE, "oracle-ee", Attribute.INSTANCE_CLASS, "db.t3.micro"), Map.of()))
                .isEmpty();
        assertThat(capacity(Map.of(Attribute.ENGINE, "mariadb", Attribute.INSTANCE_CLASS, "db.t3.micro"), Map.of()))
                .isEmpty();
    }

    private static List<DatabaseCapacity> capacity(Map<Attribute, String> attributes, Map<String, String> parameters) {
        Map<Attribute, Value<String>> values = new EnumMap<>(Attribute.class);
        attributes.forEach((attribute, text) -> values.put(attribute, known(text)));
        Map<String, Value<String>> set =
                parameters.isEmpty() ? Map.of() : Map.of("max_connections", known(parameters.get("max_connections")));
        return new Capacities(Catalog.builtIn())
                .of(List.of(new DeployedDatabase("Orders", Kind.INSTANCE, HERE, values, set, true)));
    }

    private static Value<String> known(String text) {
        return new Value.Known<>(text, Evidence.of(HERE, "sets it"));
    }
}

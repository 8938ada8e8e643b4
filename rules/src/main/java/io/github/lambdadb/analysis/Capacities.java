package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.DatabaseCapacity;
import io.github.lambdadb.facts.DeployedDatabase;
import io.github.lambdadb.facts.DeployedDatabase.Attribute;
import io.github.lambdadb.knowledge.Catalog;
import io.github.lambdadb.knowledge.EngineModel;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Certainty;
import io.github.lambdadb.value.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many sessions the deployed databases accept: as set, as documented for their class or capacity, or as computed. */
final class Capacities {
    private static final String PARAMETER = "max_connections";
    private static final String MEMORY = "dbinstanceclassmemory";

    private final Catalog catalog;

    Capacities(Catalog catalog) {
        this.catalog = catalog;
    }

    List<DatabaseCapacity> of(List<DeployedDatabase> databases) {
        return databases.stream()
                .flatMap(database -> of(database).stream())
                .sorted(Comparator.comparing(DatabaseCapacity::site))
                .toList();
    }

    private Optional<DatabaseCapacity> of(DeployedDatabase database) {
        Optional<EngineModel> engine = engine(database);
        Optional<Value<String>> set = database.parameter(PARAMETER);
        return set.isPresent()
                ? set.get().candidates().stream()
                        .flatMap(known -> set(database, engine, known, set.get().isComplete()).stream())
                        .min(Comparator.comparingInt(DatabaseCapacity::maximum))
                : engine.flatMap(model -> byDefault(database, model));
    }

    private Optional<EngineModel> engine(DeployedDatabase database) {
        return database.kind() == DeployedDatabase.Kind.DSQL
                ? catalog.engine("dsql")
                : text(database, Attribute.ENGINE).flatMap(catalog::engine);
    }

    private Optional<DatabaseCapacity> set(
            DeployedDatabase database, Optional<EngineModel> engine, Value.Known<String> known, boolean isAll) {
        return evaluated(database, known.value())
                .map(maximum -> capacity(
                        database,
                        engine,
                        known.evidence().origin().orElse(database.location()),
                        maximum,
                        known.value().strip().matches("\\d+"),
                        PARAMETER + " is set to " + known.value().strip(),
                        isAll ? Certainty.DEFINITE : Certainty.POSSIBLE,
                        known.evidence()));
    }

    private Optional<DatabaseCapacity> byDefault(DeployedDatabase database, EngineModel engine) {
        Certainty certainty = database.parametersComplete() ? Certainty.DEFINITE : Certainty.POSSIBLE;
        Optional<String> instanceClass = text(database, Attribute.INSTANCE_CLASS);
        Optional<Integer> bySize = number(database, Attribute.MAXIMUM_CAPACITY)
                .flatMap(units -> engine.ofCapacity(
                        number(database, Attribute.MINIMUM_CAPACITY).orElse(1.0), units));
        Optional<Integer> documented = bySize.or(() -> instanceClass.flatMap(engine::ofClass));
        String size = bySize.isPresent()
                ? "at most " + text(database, Attribute.MAXIMUM_CAPACITY).orElse("") + " ACU"
                : instanceClass.orElse("its class");
        if (documented.isPresent()) {
            String origin = "default of %s for %s".formatted(engine.name(), size);
            return Optional.of(capacity(
                    database,
                    Optional.of(engine),
                    database.location(),
                    documented.get(),
                    true,
                    origin,
                    certainty,
                    why(database)));
        }
        return engine.formula(text(database, Attribute.ENGINE_VERSION).orElse(""))
                .flatMap(formula -> evaluated(database, formula)
                        .map(maximum -> capacity(
                                database,
                                Optional.of(engine),
                                database.location(),
                                maximum,
                                formula.matches("\\d+"),
                                instanceClass.isEmpty()
                                        ? "default of " + engine.name()
                                        : "default %s of %s on %s".formatted(formula, engine.name(), size),
                                certainty,
                                why(database))));
    }

    private Optional<Integer> evaluated(DeployedDatabase database, String formula) {
        Map<String, Double> variables = text(database, Attribute.INSTANCE_CLASS)
                .flatMap(catalog::usableMemory)
                .map(bytes -> Map.of(MEMORY, bytes))
                .orElse(Map.of());
        return ParameterFormula.evaluate(formula, variables)
                .filter(value -> value > 0 && value <= Integer.MAX_VALUE)
                .map(Long::intValue);
    }

    private static DatabaseCapacity capacity(
            DeployedDatabase database,
            Optional<EngineModel> engine,
            Location site,
            int maximum,
            boolean isExact,
            String origin,
            Certainty certainty,
            Evidence evidence) {
        return new DatabaseCapacity(
                database,
                site,
                maximum,
                isExact,
                engine.map(EngineModel::reserved).orElse(0),
                engine.map(EngineModel::reservedFor).orElse(""),
                origin,
                certainty,
                evidence);
    }

    private static Evidence why(DeployedDatabase database) {
        return Evidence.of(database.location(), "declares the database, and nothing sets " + PARAMETER);
    }

    private static Optional<String> text(DeployedDatabase database, Attribute attribute) {
        return database.attribute(attribute)
                .flatMap(value ->
                        value instanceof Value.Known<String> known ? Optional.of(known.value()) : Optional.empty());
    }

    private static Optional<Double> number(DeployedDatabase database, Attribute attribute) {
        return text(database, attribute)
                .filter(value -> value.strip().matches("\\d{1,4}(\\.\\d{1,2})?"))
                .map(value -> Double.valueOf(value.strip()));
    }
}

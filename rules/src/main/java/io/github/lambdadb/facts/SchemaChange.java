package io.github.lambdadb.facts;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Certainty;
import java.util.List;

/**
 * A change of the schema that a function makes when it starts or serves: a migration, a setting that creates tables, DDL.
 *
 * @param what said as a noun: {@code Flyway.migrate()}, {@code hibernate.hbm2ddl.auto=update}
 * @param site the line a developer would edit
 * @param functions those that make it, sorted
 * @param isOnlyWork whether the function hardly does anything else with a database
 */
public record SchemaChange(
        String what,
        Subject subject,
        Location site,
        List<LambdaFunction> functions,
        boolean isOnlyWork,
        Certainty certainty,
        Evidence path)
        implements OfFunctions<SchemaChange> {
    public SchemaChange {
        functions = List.copyOf(functions);
    }

    @Override
    public SchemaChange by(List<LambdaFunction> others) {
        return new SchemaChange(what, subject, site, others, isOnlyWork, certainty, path);
    }
}

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
        Evidence path) {
    public SchemaChange {
        functions = List.copyOf(functions);
    }

    /** The functions as a person would say them: {@code 'A'}, {@code 'A' and 'B'}, {@code 'A' and 6 others}. */
    public String functionNames() {
        return FunctionNames.of(functions);
    }
}

package io.github.lambdadb.facts;

import java.util.List;

/** All that the analysis believes about one module, sorted; rules see nothing else. */
public record Facts(
        List<LambdaFunction> functions,
        List<ConnectionSource> sources,
        List<Opening> openings,
        List<UseAfterClose> usesAfterClose,
        List<DatabaseCall> calls,
        List<SchemaChange> schemaChanges,
        Behaviour behaviour,
        List<Tracer> tracers,
        List<Gap> gaps,
        DeclaredDatabase database,
        Deployments deployments,
        List<DatabaseCapacity> capacities,
        Coverage coverage) {
    public Facts {
        functions = List.copyOf(functions);
        sources = List.copyOf(sources);
        openings = List.copyOf(openings);
        usesAfterClose = List.copyOf(usesAfterClose);
        calls = List.copyOf(calls);
        schemaChanges = List.copyOf(schemaChanges);
        tracers = List.copyOf(tracers);
        gaps = List.copyOf(gaps);
        capacities = List.copyOf(capacities);
    }

    /** A module in which nothing was found. */
    public static Facts none(Coverage coverage) {
        return new Facts(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Behaviour.none(),
                List.of(),
                List.of(),
                DeclaredDatabase.nothing(),
                Deployments.none(),
                List.of(),
                coverage);
    }
}

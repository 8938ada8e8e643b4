package io.github.lambdadb.facts;

import io.github.lambdadb.source.Evidence;
import java.util.List;

/**
 * Something that traces database calls: what it is, and what speaks for it.
 *
 * @param functions ids of the deployed functions that have it; none: all of the module
 */
public record Tracer(String name, List<String> functions, Evidence evidence) {
    public Tracer {
        functions = List.copyOf(functions);
    }
}

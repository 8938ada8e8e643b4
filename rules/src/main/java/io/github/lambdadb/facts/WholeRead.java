package io.github.lambdadb.facts;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Certainty;
import java.util.List;

/**
 * A query of an invocation for all rows of a table, without anything that says how many to read.
 *
 * @param what the beginning of the statement: {@code SELECT ITEM FROM ORDERS}
 * @param functions those that ask it, sorted
 */
public record WholeRead(
        String what, Subject subject, Location site, List<LambdaFunction> functions, Certainty certainty, Evidence path)
        implements OfFunctions<WholeRead> {
    public WholeRead {
        functions = List.copyOf(functions);
    }

    @Override
    public WholeRead by(List<LambdaFunction> others) {
        return new WholeRead(what, subject, site, others, certainty, path);
    }
}

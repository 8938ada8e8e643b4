package io.github.lambdadb.facts;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Certainty;
import java.util.List;

/**
 * Something that an invocation sets in a session which later invocations use, and does not undo.
 *
 * @param what the beginning of the statement: {@code SET SEARCH_PATH TO}
 * @param isFromEvent whether the value comes from the event
 * @param left on which ways it stays
 * @param functions those that do so, sorted
 * @param certainty possible where it is not known whether the value differs from one invocation to the next
 */
public record LeftState(
        String what,
        boolean isFromEvent,
        Subject subject,
        Location location,
        LeftOpen left,
        List<LambdaFunction> functions,
        Certainty certainty,
        Evidence path)
        implements OfFunctions<LeftState> {
    public LeftState {
        functions = List.copyOf(functions);
    }

    @Override
    public LeftState by(List<LambdaFunction> others) {
        return new LeftState(what, isFromEvent, subject, location, left, others, certainty, path);
    }
}

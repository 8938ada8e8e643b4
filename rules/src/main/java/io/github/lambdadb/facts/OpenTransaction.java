package io.github.lambdadb.facts;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.List;

/**
 * A transaction of a kept session that an invocation may leave open.
 *
 * @param session what holds it, without article: {@code pgjdbc connection}, {@code EntityManager}
 * @param isBare whether that is a connection that nothing stands in front of
 * @param begin the call that begins it
 * @param left on which ways it is left open
 * @param functions those that do so, sorted
 */
public record OpenTransaction(
        String session,
        boolean isBare,
        Subject subject,
        Location begin,
        LeftOpen left,
        List<LambdaFunction> functions,
        Evidence path)
        implements OfFunctions<OpenTransaction> {
    public OpenTransaction {
        functions = List.copyOf(functions);
    }

    @Override
    public OpenTransaction by(List<LambdaFunction> others) {
        return new OpenTransaction(session, isBare, subject, begin, left, others, path);
    }
}

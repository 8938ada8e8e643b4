package io.github.lambdadb.facts;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Certainty;
import java.util.List;

/**
 * Work of another thread that asks a database and that the invocation does not wait for before it returns.
 *
 * @param how the method that starts it
 * @param start where it is started
 * @param isRepeated whether it runs again and again, by a clock
 * @param use the first thing that it asks of a database
 * @param functions those that start it, sorted
 * @param certainty definite if no way waits for it
 */
public record BackgroundWork(
        String how,
        Location start,
        boolean isRepeated,
        DatabaseCall use,
        List<LambdaFunction> functions,
        Certainty certainty,
        Evidence path)
        implements OfFunctions<BackgroundWork> {
    public BackgroundWork {
        functions = List.copyOf(functions);
    }

    @Override
    public BackgroundWork by(List<LambdaFunction> others) {
        return new BackgroundWork(how, start, isRepeated, use, others, certainty, path);
    }
}

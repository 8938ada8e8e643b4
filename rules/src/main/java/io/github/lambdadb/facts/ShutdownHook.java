package io.github.lambdadb.facts;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.List;

/**
 * Something that would close a source when the process ends in good order.
 *
 * @param how said as a noun: {@code a shutdown hook}
 * @param location where it is registered or declared
 * @param source what it closes, said with its owner: {@code its HikariCP pool}
 * @param functions those in whose processes it would run, sorted
 * @param ending how their environments end
 */
public record ShutdownHook(
        String how,
        Location location,
        Subject subject,
        String source,
        List<LambdaFunction> functions,
        Ending ending,
        Evidence path)
        implements OfFunctions<ShutdownHook> {
    /** What a process learns of the end of its environment (AWS Lambda Developer Guide, execution environment lifecycle). */
    public enum Ending {
        /** An extension is there: SIGTERM, and up to 500 ms. */
        SIGNAL,
        /** No extension: the process is killed without a word. */
        NO_SIGNAL,
        /** Layers or an image, which may hold an extension. */
        MAYBE,
        /** No template tells. */
        NOT_DEPLOYED
    }

    public ShutdownHook {
        functions = List.copyOf(functions);
    }

    @Override
    public ShutdownHook by(List<LambdaFunction> others) {
        return new ShutdownHook(how, location, subject, source, others, ending, path);
    }
}

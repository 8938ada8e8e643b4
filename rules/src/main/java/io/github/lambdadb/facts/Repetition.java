package io.github.lambdadb.facts;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Certainty;
import java.util.List;

/**
 * Something that a function does again when it fails.
 *
 * @param what the beginning of the statement ({@code INSERT INTO ORDERS}), or the method that is called
 * @param site the call that is repeated
 * @param hasLimit whether anything ends it but success
 * @param pauses whether the program waits before it repeats
 * @param functions those that do so, sorted
 * @param certainty possible where it depends on how a library is set up
 */
public record Repetition(
        Kind kind,
        String what,
        Subject subject,
        Location site,
        boolean hasLimit,
        boolean pauses,
        List<LambdaFunction> functions,
        Certainty certainty,
        Evidence path)
        implements OfFunctions<Repetition> {
    /** What is repeated. */
    public enum Kind {
        /** A write that has another effect when it runs twice, and may have been committed when it failed. */
        WRITE,
        /** Any other work on the database. */
        WORK,
        /** A login, by a loop. */
        LOGIN
    }

    public Repetition {
        functions = List.copyOf(functions);
    }

    @Override
    public Repetition by(List<LambdaFunction> others) {
        return new Repetition(kind, what, subject, site, hasLimit, pauses, others, certainty, path);
    }
}

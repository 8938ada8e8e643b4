package io.github.lambdadb.facts;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.List;

/**
 * Something that an invocation opens and owes a close: a pool, a connection or a session of a source, and what becomes of it.
 *
 * @param noun what it is, as people say it: {@code HikariCP pool}, {@code PostgreSQL connection}, {@code EntityManager}
 * @param subject the name it is held under, and where
 * @param site where it is opened
 * @param functions those that open it, sorted
 * @param release what ends it
 * @param way how it gets away without a close, or how it is closed
 * @param lenderSizes the largest number of sessions that the pool lends it from, at most one; empty when not lent or not known
 * @param loops the loop over records that opens it once more for each of them, at most one
 * @param path from the handler to the opening
 */
public record Opening(
        Kind kind,
        String noun,
        Subject subject,
        Location site,
        List<LambdaFunction> functions,
        Release release,
        Evidence way,
        List<Integer> lenderSizes,
        List<Location> loops,
        Evidence path) {
    /** What is opened. */
    public enum Kind {
        /** A pool, or what holds one: an {@code EntityManagerFactory}. */
        POOL,
        /** A physical connection: a login at the server. */
        CONNECTION,
        /** A session that a kept pool lends. */
        LOAN
    }

    /** What ends it, from the best to the worst. */
    public enum Release {
        /** It outlives the invocation: whoever keeps it owes other duties. */
        KEPT,
        /** It went into code that was not seen. */
        UNDETERMINED,
        CLOSED,
        /** Closed unless a call in between fails. */
        NOT_ON_FAILURE,
        /** Closed on some way to the end of the invocation and not on another. */
        NOT_ON_SOME_PATH,
        NEVER
    }

    public Opening {
        functions = List.copyOf(functions);
        lenderSizes = List.copyOf(lenderSizes);
        loops = List.copyOf(loops);
    }

    /** Whether some way leaves it open. */
    public boolean leaks() {
        return release.compareTo(Release.CLOSED) > 0;
    }

    /** The functions as a person would say them: {@code 'A'}, {@code 'A' and 'B'}, {@code 'A' and 6 others}. */
    public String functionNames() {
        return FunctionNames.of(functions);
    }
}

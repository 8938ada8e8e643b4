package io.github.lambdadb.facts;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Value;
import java.time.Duration;
import java.util.List;

/**
 * When a deployed database ends an idle session by itself.
 *
 * @param variable the parameter that decides: {@code wait_timeout}
 * @param written its value as the template writes it; empty when nothing sets it
 * @param limit how long it leaves a session idle; zero: for ever
 * @param overruled parameters that are set and do not count, as the server takes the smaller of two
 * @param evidence where the parameter is set, or the database declared
 */
public record IdleLimit(
        DeployedDatabase database,
        State state,
        String variable,
        String written,
        Value<Duration> limit,
        List<String> overruled,
        Evidence evidence) {
    /** Who decides. */
    public enum State {
        SET,
        /** Nothing sets it: the server's default. */
        DEFAULT,
        /** The server has no such parameter, set or not. */
        UNSUPPORTED,
        /** A group that was not read, or a value that is not known. */
        NOT_SEEN
    }

    public IdleLimit {
        overruled = List.copyOf(overruled);
    }
}

package io.github.lambdadb.rule;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.DeployedDatabase;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.source.Location;
import java.time.Duration;

/** What has to become true. Where it is written, and in which words, is found out from the files. */
public sealed interface Change {
    /**
     * The source works with another value of a setting, its own or its driver's.
     *
     * @param value as {@link io.github.lambdadb.facts.Setting} shows it: durations in ISO-8601
     */
    record Set(ConnectionSource source, Property property, String value) implements Change {}

    /** A setting that is written where everyone reads it comes from a variable of the environment. */
    record TakeFromEnvironment(ConnectionSource source, Property property, String variable) implements Change {}

    /** The sessions of the source carry the name of the function that runs. */
    record NameSessions(ConnectionSource source) implements Change {}

    /** The URL of the source does not hold a driver's property any more; its case does not count. */
    record DropDriverProperty(ConnectionSource source, String key) implements Change {}

    /**
     * Something ends a login of the source that the server does not answer.
     *
     * @param within how long an invocation of its functions lasts at most
     */
    record BoundLogin(ConnectionSource source, Duration within) implements Change {}

    /** The source's sessions are always encrypted; the certificate may go unchecked. */
    record Encrypt(ConnectionSource source) implements Change {}

    /** The server ends sessions of the source that are idle for so long, because the session asks it to. */
    record EndIdleSessions(ConnectionSource source, Duration limit) implements Change {}

    /** The parameter group of a database makes the server end sessions that are idle for so long, by the parameter of that name. */
    record SetIdleParameter(DeployedDatabase database, String parameter, Duration limit) implements Change {}

    /** A check that asks only the client, a call of {@code isClosed}, asks the server. */
    record AskServer(Location check) implements Change {}
}

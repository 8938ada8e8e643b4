package io.github.lambdadb.facts;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Certainty;

/**
 * How many sessions a deployed database accepts.
 *
 * @param database what accepts them
 * @param site the line that decides: where {@code max_connections} is set, else where the database is declared
 * @param maximum sessions in all
 * @param isExact whether the number is set or documented, and not computed from how much memory the class is believed to leave
 * @param reserved sessions that ordinary users do not get
 * @param reservedFor what for, or empty
 * @param origin where the number comes from, said in a clause
 * @param certainty possible when something that was not read may set another
 */
public record DatabaseCapacity(
        DeployedDatabase database,
        Location site,
        int maximum,
        boolean isExact,
        int reserved,
        String reservedFor,
        String origin,
        Certainty certainty,
        Evidence evidence) {
    /** What is left for functions and all others. */
    public int usable() {
        return Math.max(0, maximum - reserved);
    }

    /** The maximum as a person would say it: {@code 100}, {@code about 59}. */
    public String shown() {
        return isExact ? String.valueOf(maximum) : "about " + maximum;
    }
}

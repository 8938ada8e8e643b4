package io.github.lambdadb.budget;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.LambdaFunction;
import io.github.lambdadb.value.Certainty;
import java.util.List;

/**
 * What one function may ask of one database.
 *
 * @param sessions of one environment
 * @param isKept whether idle environments hold their sessions, so that those of the old version and of the new one add up while a
 *     deployment takes over
 * @param certainty possible when it is not certain that the function uses this database
 */
public record Demand(
        LambdaFunction function,
        Environments environments,
        Bounds sessions,
        boolean isKept,
        Certainty certainty,
        List<ConnectionSource> sources) {
    public Demand {
        sources = List.copyOf(sources);
    }

    public long lower() {
        return environments.bounds().lower() * sessions.lower();
    }

    public long upper() {
        return environments.bounds().upper() * sessions.upper();
    }

    /** The most while one version of the function takes over from another. */
    public long upperInDeployment() {
        return isKept ? 2 * upper() : upper();
    }

    /** How much one more environment asks for. */
    long each() {
        return isKept ? 2 * sessions.upper() : sessions.upper();
    }
}

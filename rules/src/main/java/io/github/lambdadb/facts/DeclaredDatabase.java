package io.github.lambdadb.facts;

import io.github.lambdadb.source.Location;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is declared about databases beside the analysed code.
 *
 * @param serverIdleTimeouts at most one: the idle timeout that the user says is set on the server
 * @param proxies where the repository declares an RDS Proxy, whoever uses it, sorted
 * @param accountConcurrency invocations that the account runs at once
 * @param otherSessions sessions that others than these functions hold at each database
 */
public record DeclaredDatabase(
        List<Duration> serverIdleTimeouts, List<Location> proxies, int accountConcurrency, int otherSessions) {
    /** Invocations that an account runs at once in a Region, unless it asked for more (Lambda Developer Guide, quotas). */
    public static final int ACCOUNT_CONCURRENCY = 1000;

    public DeclaredDatabase {
        serverIdleTimeouts = List.copyOf(serverIdleTimeouts);
        proxies = List.copyOf(proxies);
    }

    public static DeclaredDatabase nothing() {
        return new DeclaredDatabase(List.of(), List.of(), ACCOUNT_CONCURRENCY, 0);
    }

    public Optional<Duration> serverIdleTimeout() {
        return serverIdleTimeouts.stream().findFirst();
    }
}

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
 */
public record DeclaredDatabase(List<Duration> serverIdleTimeouts, List<Location> proxies) {
    public DeclaredDatabase {
        serverIdleTimeouts = List.copyOf(serverIdleTimeouts);
        proxies = List.copyOf(proxies);
    }

    public static DeclaredDatabase nothing() {
        return new DeclaredDatabase(List.of(), List.of());
    }

    public Optional<Duration> serverIdleTimeout() {
        return serverIdleTimeouts.stream().findFirst();
    }
}

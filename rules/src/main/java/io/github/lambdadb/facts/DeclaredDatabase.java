package io.github.lambdadb.facts;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the user declares about the database outside the analysed repository: at most one idle timeout. */
public record DeclaredDatabase(List<Duration> serverIdleTimeouts) {
    public DeclaredDatabase {
        serverIdleTimeouts = List.copyOf(serverIdleTimeouts);
    }

    public static DeclaredDatabase nothing() {
        return new DeclaredDatabase(List.of());
    }

    public Optional<Duration> serverIdleTimeout() {
        return serverIdleTimeouts.stream().findFirst();
    }
}

package io.github.lambdadb.rules.timeouts;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.DeployedDatabase;
import io.github.lambdadb.facts.Endpoint;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.IdleTimeoutStory.Grade;
import io.github.lambdadb.facts.Lifetime;
import io.github.lambdadb.value.Certainty;
import java.util.stream.Stream;

/** A deployed database that a source reaches without a proxy between, and how sure that is. */
record Reached(ConnectionSource source, Endpoint endpoint, DeployedDatabase database) {
    /** Where nothing names the database it is the only one that it may be. */
    static Stream<Reached> in(Facts facts) {
        return facts.sources().stream()
                .filter(ConnectionSource::hasServerSessions)
                .flatMap(source -> source.endpoints().stream()
                        .filter(endpoint -> endpoint.databases().size() == 1
                                && endpoint.proxies().isEmpty())
                        .map(endpoint -> new Reached(
                                source, endpoint, endpoint.databases().get(0))));
    }

    Certainty certainty() {
        return endpoint.certainty();
    }

    /** Whether sessions stay open between invocations, and nothing else is known to end them. */
    boolean keepsSessions() {
        return source.lifetime() == Lifetime.ENVIRONMENT
                && source.kind() != ConnectionSource.Kind.DATA_SOURCE
                && !source.isReleased();
    }

    /** Whether the client asks the server to end its idle sessions, or a proxy holds them. */
    boolean hasStoryOfServer() {
        return source.idleTimeoutStories().stream()
                .anyMatch(story -> story.grade() == Grade.SERVER || story.grade() == Grade.PROXY);
    }
}

package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.Endpoint;
import io.github.lambdadb.facts.IdleLimit;
import io.github.lambdadb.facts.IdleTimeoutStory;
import io.github.lambdadb.facts.IdleTimeoutStory.Grade;
import io.github.lambdadb.value.Certainty;
import java.util.List;
import java.util.stream.Stream;

/** What is known of the database or proxy at which sessions surely end. */
final class EndpointStories {
    private EndpointStories() {}

    static List<IdleTimeoutStory> of(Endpoint endpoint) {
        if (endpoint.certainty() != Certainty.DEFINITE) {
            return List.of();
        }
        if (endpoint.isProxy()) {
            String name = endpoint.proxies().stream()
                    .findFirst()
                    .map(proxy -> "that of the RDS Proxy '" + proxy.id() + "'")
                    .orElse("an RDS Proxy");
            return List.of(new IdleTimeoutStory(Grade.PROXY, "the endpoint is " + name, endpoint.evidence()));
        }
        return endpoint.idleLimits().stream().flatMap(EndpointStories::ends).toList();
    }

    private static Stream<IdleTimeoutStory> ends(IdleLimit limit) {
        return limit.limit().candidates().stream()
                .filter(known -> limit.state() == IdleLimit.State.SET && IdleStories.isShort(known.value()))
                .limit(1)
                .map(known -> new IdleTimeoutStory(
                        Grade.SERVER,
                        limit.variable() + " is set in the parameter group of '"
                                + limit.database().id() + "'",
                        known.evidence()));
    }
}

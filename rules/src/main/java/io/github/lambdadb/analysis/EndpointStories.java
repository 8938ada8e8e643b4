package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.Endpoint;
import io.github.lambdadb.facts.IdleLimit;
import io.github.lambdadb.facts.IdleTimeoutStory;
import io.github.lambdadb.facts.IdleTimeoutStory.Grade;
import java.util.List;
import java.util.stream.Stream;

/** What is known of the database or proxy at which sessions end, or may end. */
final class EndpointStories {
    private EndpointStories() {}

    static List<IdleTimeoutStory> of(Endpoint endpoint) {
        Stream<IdleTimeoutStory> proxy =
                endpoint.isProxy() || !endpoint.proxies().isEmpty() ? Stream.of(proxy(endpoint)) : Stream.empty();
        Stream<IdleTimeoutStory> server = endpoint.isProxy()
                ? Stream.empty()
                : endpoint.idleLimits().stream().flatMap(limit -> ends(endpoint, limit));
        return Stream.concat(proxy, server).toList();
    }

    private static IdleTimeoutStory proxy(Endpoint endpoint) {
        String name = endpoint.proxies().stream()
                .findFirst()
                .map(proxy -> "that of the RDS Proxy '" + proxy.id() + "'")
                .orElse("an RDS Proxy");
        return new IdleTimeoutStory(Grade.PROXY, "the endpoint is " + name, endpoint.certainty(), endpoint.evidence());
    }

    private static Stream<IdleTimeoutStory> ends(Endpoint endpoint, IdleLimit limit) {
        return limit.limit().candidates().stream()
                .filter(known -> limit.state() == IdleLimit.State.SET && IdleStories.isShort(known.value()))
                .limit(1)
                .map(known -> new IdleTimeoutStory(
                        Grade.SERVER,
                        limit.variable() + " is set in the parameter group of '"
                                + limit.database().id() + "'",
                        endpoint.certainty(),
                        known.evidence()));
    }
}

package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.DeployedDatabase;
import io.github.lambdadb.facts.Endpoint;
import io.github.lambdadb.facts.IdleTimeoutStory;
import io.github.lambdadb.facts.IdleTimeoutStory.Grade;
import io.github.lambdadb.knowledge.DriverModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is known of the database or proxy at which sessions end, or may end. */
final class EndpointStories {
    private EndpointStories() {}

    static List<IdleTimeoutStory> of(Endpoint endpoint, List<DriverModel.ServerIdleTimeout> timeouts) {
        List<IdleTimeoutStory> stories = new ArrayList<>();
        if (endpoint.isProxy() || !endpoint.proxies().isEmpty()) {
            String name = endpoint.proxies().stream()
                    .findFirst()
                    .map(proxy -> "that of the RDS Proxy '" + proxy.id() + "'")
                    .orElse("an RDS Proxy");
            stories.add(new IdleTimeoutStory(
                    Grade.PROXY, "the endpoint is " + name, endpoint.certainty(), endpoint.evidence()));
        }
        if (!endpoint.isProxy()) {
            endpoint.databases().stream()
                    .flatMap(database -> timeouts.stream().flatMap(timeout -> set(database, timeout, endpoint)))
                    .forEach(stories::add);
        }
        return stories;
    }

    private static Stream<IdleTimeoutStory> set(
            DeployedDatabase database, DriverModel.ServerIdleTimeout timeout, Endpoint endpoint) {
        return database.parameter(timeout.variable()).stream()
                .flatMap(value -> value.candidates().stream())
                .filter(known -> IdleStories.isShort(known.value(), timeout.unit()))
                .limit(1)
                .map(known -> new IdleTimeoutStory(
                        Grade.SERVER,
                        timeout.variable() + " is set in the parameter group of '" + database.id() + "'",
                        endpoint.certainty(),
                        known.evidence()));
    }
}

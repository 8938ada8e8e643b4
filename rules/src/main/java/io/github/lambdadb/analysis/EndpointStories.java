package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.DeployedDatabase;
import io.github.lambdadb.facts.Deployments;
import io.github.lambdadb.facts.IdleTimeoutStory;
import io.github.lambdadb.facts.IdleTimeoutStory.Grade;
import io.github.lambdadb.facts.JdbcUrl;
import io.github.lambdadb.knowledge.DriverModel;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a template says of the database or proxy whose endpoint a URL refers to. */
final class EndpointStories {
    private final Deployments deployments;

    EndpointStories(Deployments deployments) {
        this.deployments = deployments;
    }

    List<IdleTimeoutStory> of(Value.Known<JdbcUrl> url, List<DriverModel.ServerIdleTimeout> timeouts) {
        List<String> references = GivenTexts.references(url.value().text());
        List<IdleTimeoutStory> stories = new ArrayList<>();
        deployments.proxies().stream()
                .filter(proxy -> isMeant(references, proxy.id()))
                .map(proxy -> new IdleTimeoutStory(
                        Grade.PROXY,
                        "the endpoint is that of the RDS Proxy '" + proxy.id() + "'",
                        url.evidence().then(Evidence.of(proxy.location(), "declares the RDS Proxy"))))
                .forEach(stories::add);
        deployments.databases().stream()
                .filter(database -> isMeant(references, database.id()))
                .flatMap(database -> timeouts.stream().flatMap(timeout -> set(database, timeout)))
                .forEach(stories::add);
        return stories;
    }

    private static boolean isMeant(List<String> references, String id) {
        return references.stream()
                .anyMatch(reference -> reference.startsWith(id + ".")
                        && reference
                                .substring(id.length())
                                .toLowerCase(Locale.ROOT)
                                .matches("\\.(endpoint|address).*"));
    }

    private static Stream<IdleTimeoutStory> set(DeployedDatabase database, DriverModel.ServerIdleTimeout timeout) {
        return database.parameter(timeout.variable()).stream()
                .flatMap(value -> value.candidates().stream())
                .filter(known -> IdleStories.isShort(known.value(), timeout.unit()))
                .limit(1)
                .map(known -> new IdleTimeoutStory(
                        Grade.SERVER,
                        timeout.variable() + " is set in the parameter group of '" + database.id() + "'",
                        known.evidence()));
    }
}

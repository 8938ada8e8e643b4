package io.github.lambdadb.report.facts;

import io.github.lambdadb.facts.DeployedDatabase;
import io.github.lambdadb.facts.DeployedProxy;
import io.github.lambdadb.facts.Endpoint;
import io.github.lambdadb.report.Words;
import java.util.List;
import java.util.stream.Stream;

/** Where sessions end, in one line: {@code proxy: RDS Proxy OrdersProxy, instance OrdersDb}. */
public final class EndpointText {
    private EndpointText() {}

    public static String of(Endpoint endpoint) {
        List<String> names = Stream.concat(
                        endpoint.proxies().stream().map(DeployedProxy::id).map(id -> "RDS Proxy " + id),
                        endpoint.databases().stream().map(EndpointText::of))
                .toList();
        String what = Words.of(endpoint.kind());
        return names.isEmpty() ? what : what + ", " + Words.of(endpoint.certainty()) + ": " + String.join(", ", names);
    }

    private static String of(DeployedDatabase database) {
        return Words.of(database.kind()) + " " + database.id();
    }
}

package io.github.lambdadb.facts;

import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An RDS Proxy that a template deploys.
 *
 * @param id the name in the template; its endpoint is written with it: <code>${id.Endpoint}</code>
 * @param targets the ids of the databases behind it, in the template's own names
 */
public record DeployedProxy(
        String id, Location location, Map<Attribute, Value<String>> attributes, List<String> targets) {
    /** What may be said of a proxy. */
    public enum Attribute {
        PROXY_NAME,
        /** {@code MYSQL}, {@code POSTGRESQL}, {@code SQLSERVER}. */
        ENGINE_FAMILY,
        /** Seconds; 1800 when it is not set. */
        IDLE_CLIENT_TIMEOUT,
        /** Percent of the database's {@code max_connections}. */
        MAXIMUM_CONNECTIONS_PERCENT,
        INITIAL_QUERY,
        /** Filters of what pins a session. */
        PINNING_FILTERS,
        REQUIRES_TLS
    }

    public DeployedProxy {
        attributes = Map.copyOf(attributes);
        targets = List.copyOf(targets);
    }

    public Optional<Value<String>> attribute(Attribute attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }
}

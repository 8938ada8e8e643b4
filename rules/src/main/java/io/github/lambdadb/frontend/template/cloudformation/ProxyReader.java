package io.github.lambdadb.frontend.template.cloudformation;

import io.github.lambdadb.facts.DeployedProxy;
import io.github.lambdadb.facts.DeployedProxy.Attribute;
import io.github.lambdadb.value.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads RDS Proxies, with what their target groups say. */
final class ProxyReader {
    private static final String PROXY = "AWS::RDS::DBProxy";
    private static final String TARGETS = "AWS::RDS::DBProxyTargetGroup";
    private static final String POOL = "ConnectionPoolConfigurationInfo";
    private static final Set<String> DATABASES = Set.of(Clusters.CLUSTER, Clusters.INSTANCE);

    private final Estate estate;
    private final Clusters clusters;
    private final Map<String, List<Placed>> groups = new HashMap<>();

    ProxyReader(Estate estate) {
        this.estate = estate;
        this.clusters = new Clusters(estate);
        estate.ofType(Set.of(TARGETS)).forEach(this::join);
    }

    Stream<DeployedProxy> all() {
        return estate.ofType(Set.of(PROXY)).map(this::proxy);
    }

    private DeployedProxy proxy(Placed place) {
        Section section = place.properties();
        Map<Attribute, Value<String>> attributes = new EnumMap<>(Attribute.class);
        put(attributes, Attribute.PROXY_NAME, section.text("DBProxyName"));
        put(attributes, Attribute.ENGINE_FAMILY, section.text("EngineFamily"));
        put(attributes, Attribute.IDLE_CLIENT_TIMEOUT, section.text("IdleClientTimeout"));
        put(attributes, Attribute.REQUIRES_TLS, section.text("RequireTLS"));
        Set<String> targets = new LinkedHashSet<>();
        for (Placed group : groups.getOrDefault(place.id(), List.of())) {
            Section pool = group.properties();
            put(attributes, Attribute.MAXIMUM_CONNECTIONS_PERCENT, pool.text(POOL, "MaxConnectionsPercent"));
            put(attributes, Attribute.INITIAL_QUERY, pool.text(POOL, "InitQuery"));
            put(attributes, Attribute.PINNING_FILTERS, pool.list(POOL, "SessionPinningFilters"));
            targets.addAll(targets(pool, "DBClusterIdentifiers"));
            targets.addAll(targets(pool, "DBInstanceIdentifiers"));
        }
        return new DeployedProxy(place.id(), place.location(), attributes, new ArrayList<>(targets));
    }

    private void join(Placed group) {
        group.properties().texts("DBProxyName").options().stream()
                .flatMap(name -> estate.find(name.text(), Set.of(PROXY)).stream())
                .findFirst()
                .ifPresent(proxy -> groups.computeIfAbsent(proxy.id(), id -> new ArrayList<>())
                        .add(group));
    }

    /** The databases behind it; one that is not in the template stands as the template names it. */
    private List<String> targets(Section group, String key) {
        List<String> targets = new ArrayList<>();
        for (List<Text> names : group.lists(key).options()) {
            for (Text name : names) {
                Optional<Placed> database = estate.find(name.text(), DATABASES);
                targets.add(database.map(this::withCluster).map(Placed::id).orElse(name.text()));
            }
        }
        return targets;
    }

    private Placed withCluster(Placed database) {
        return clusters.of(database).orElse(database);
    }

    private static void put(
            Map<Attribute, Value<String>> attributes, Attribute attribute, Optional<Value<String>> value) {
        value.ifPresent(present -> attributes.put(attribute, present));
    }
}

package io.github.lambdadb.frontend.template.cloudformation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which instance belongs to which cluster of the templates. */
final class Clusters {
    static final String INSTANCE = "AWS::RDS::DBInstance";
    static final String CLUSTER = "AWS::RDS::DBCluster";
    static final String NAME = "DBClusterIdentifier";

    private final Map<String, Placed> clusters = new HashMap<>();
    private final Map<String, List<Placed>> instances = new HashMap<>();

    Clusters(Estate estate) {
        estate.ofType(Set.of(INSTANCE))
                .forEach(instance -> instance.properties().texts(NAME).options().stream()
                        .flatMap(name -> estate.find(name.text(), Set.of(CLUSTER)).stream())
                        .findFirst()
                        .ifPresent(cluster -> join(instance, cluster)));
    }

    private void join(Placed instance, Placed cluster) {
        clusters.put(instance.id(), cluster);
        instances.computeIfAbsent(cluster.id(), id -> new ArrayList<>()).add(instance);
    }

    /** The cluster of an instance; empty when it has none in the templates. */
    Optional<Placed> of(Placed instance) {
        return Optional.ofNullable(clusters.get(instance.id()));
    }

    List<Placed> instances(Placed cluster) {
        return instances.getOrDefault(cluster.id(), List.of());
    }
}

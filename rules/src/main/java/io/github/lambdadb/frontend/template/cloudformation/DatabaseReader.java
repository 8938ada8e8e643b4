package io.github.lambdadb.frontend.template.cloudformation;

import io.github.lambdadb.facts.DeployedDatabase;
import io.github.lambdadb.facts.DeployedDatabase.Attribute;
import io.github.lambdadb.facts.DeployedDatabase.Kind;
import io.github.lambdadb.frontend.template.cloudformation.ParameterGroups.Parameters;
import io.github.lambdadb.value.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads instances, clusters with their instances, and DSQL clusters. */
final class DatabaseReader {
    private static final String DSQL = "AWS::DSQL::Cluster";
    private static final String SERVERLESS = "ServerlessV2ScalingConfiguration";
    private static final String SERVERLESS_BEFORE = "ScalingConfiguration";

    private final Estate estate;
    private final Clusters clusters;
    private final ParameterGroups groups;

    DatabaseReader(Estate estate) {
        this.estate = estate;
        this.clusters = new Clusters(estate);
        this.groups = new ParameterGroups(estate);
    }

    Stream<DeployedDatabase> all() {
        return estate.ofType(Set.of(Clusters.INSTANCE, Clusters.CLUSTER, DSQL)).flatMap(place -> switch (place.type()) {
            case Clusters.CLUSTER -> Stream.of(cluster(place));
            case Clusters.INSTANCE -> clusters.of(place).isPresent() ? Stream.empty() : Stream.of(instance(place));
            default ->
                Stream.of(new DeployedDatabase(place.id(), Kind.DSQL, place.location(), Map.of(), Map.of(), true));
        });
    }

    private DeployedDatabase instance(Placed place) {
        Section section = place.properties();
        Map<Attribute, Value<String>> attributes = common(section);
        put(attributes, Attribute.INSTANCE_CLASS, section.text("DBInstanceClass"));
        put(attributes, Attribute.DATABASE_NAME, section.text("DBName"));
        Parameters parameters = groups.of(section, "DBParameterGroupName");
        // the parameters of a cluster elsewhere hold as well, and are not seen
        boolean isComplete = parameters.isComplete() && !section.has(Clusters.NAME);
        return database(place, Kind.INSTANCE, attributes, parameters.values(), isComplete);
    }

    private DeployedDatabase cluster(Placed place) {
        Section section = place.properties();
        Map<Attribute, Value<String>> attributes = common(section);
        put(attributes, Attribute.DATABASE_NAME, section.text("DatabaseName"));
        put(attributes, Attribute.DATA_API, section.text("EnableHttpEndpoint"));
        addCapacity(attributes, section);
        Parameters own = groups.of(section, "DBClusterParameterGroupName");
        List<Optional<Value<String>>> classes = new ArrayList<>();
        List<Parameters> parameters = new ArrayList<>();
        for (Placed instance : clusters.instances(place)) {
            classes.add(instance.properties().text("DBInstanceClass"));
            parameters.add(own.overriddenBy(groups.of(instance.properties(), "DBParameterGroupName")));
        }
        Optional<Value<String>> ofCluster = section.text("DBClusterInstanceClass");
        put(attributes, Attribute.INSTANCE_CLASS, ofCluster.isPresent() ? ofCluster : Values.anyOf(classes));
        Parameters inForce = parameters.isEmpty() ? own : Parameters.anyOf(parameters);
        return database(place, Kind.CLUSTER, attributes, inForce.values(), inForce.isComplete());
    }

    private static DeployedDatabase database(
            Placed place,
            Kind kind,
            Map<Attribute, Value<String>> attributes,
            Map<String, Value<String>> parameters,
            boolean isComplete) {
        return new DeployedDatabase(place.id(), kind, place.location(), attributes, parameters, isComplete);
    }

    private static Map<Attribute, Value<String>> common(Section section) {
        Map<Attribute, Value<String>> attributes = new EnumMap<>(Attribute.class);
        put(attributes, Attribute.ENGINE, section.text("Engine"));
        put(attributes, Attribute.ENGINE_VERSION, section.text("EngineVersion"));
        put(attributes, Attribute.PORT, section.text("Port"));
        put(attributes, Attribute.IAM_AUTHENTICATION, section.text("EnableIAMDatabaseAuthentication"));
        return attributes;
    }

    private static void addCapacity(Map<Attribute, Value<String>> attributes, Section section) {
        String key = section.has(SERVERLESS) ? SERVERLESS : SERVERLESS_BEFORE;
        put(attributes, Attribute.MINIMUM_CAPACITY, section.text(key, "MinCapacity"));
        put(attributes, Attribute.MAXIMUM_CAPACITY, section.text(key, "MaxCapacity"));
        put(attributes, Attribute.AUTO_PAUSE, section.text(key, "SecondsUntilAutoPause"));
    }

    private static void put(
            Map<Attribute, Value<String>> attributes, Attribute attribute, Optional<Value<String>> value) {
        value.ifPresent(present -> attributes.put(attribute, present));
    }
}

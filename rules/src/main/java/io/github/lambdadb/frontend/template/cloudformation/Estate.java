package io.github.lambdadb.frontend.template.cloudformation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All resources of a template and of those nested in it, found by what refers to them. */
final class Estate {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("AWS::Lambda::Function", "FunctionName"),
            Map.entry("AWS::Serverless::Function", "FunctionName"),
            Map.entry("AWS::RDS::DBInstance", "DBInstanceIdentifier"),
            Map.entry("AWS::RDS::DBCluster", "DBClusterIdentifier"),
            Map.entry("AWS::RDS::DBProxy", "DBProxyName"),
            Map.entry("AWS::RDS::DBParameterGroup", "DBParameterGroupName"),
            Map.entry("AWS::RDS::DBClusterParameterGroup", "DBClusterParameterGroupName"),
            Map.entry("AWS::SecretsManager::Secret", "Name"));

    private final Map<String, Placed> resources = new LinkedHashMap<>();
    private final Map<String, Placed> named = new HashMap<>();

    Estate(List<Placed> all) {
        for (Placed place : all) {
            resources.put(place.id(), place);
            String property = NAMES.get(place.type());
            if (property != null) {
                Alternatives<Text> names = place.properties().texts(property);
                names.options().forEach(name -> named.putIfAbsent(key(place.type(), name.text()), place));
            }
        }
    }

    private static String key(String type, String name) {
        return type + " " + name.toLowerCase(Locale.ROOT);
    }

    Stream<Placed> all() {
        return resources.values().stream();
    }

    Stream<Placed> ofType(Set<String> types) {
        return all().filter(place -> types.contains(place.type()));
    }

    /** The resource of one of these types that a text names or refers to. */
    Optional<Placed> find(String text, Set<String> types) {
        return Stream.concat(
                        Holes.names(text).stream().flatMap(name -> referred(name).stream()),
                        types.stream().flatMap(type -> Optional.ofNullable(named.get(key(type, text))).stream()))
                .filter(place -> types.contains(place.type()))
                .findFirst();
    }

    /** The resource that a hole refers to, itself or by an attribute. */
    Optional<Placed> referred(String hole) {
        String id = hole;
        while (!resources.containsKey(id)) {
            int dot = id.lastIndexOf('.');
            if (dot < 0) {
                return Optional.empty();
            }
            id = id.substring(0, dot);
        }
        return Optional.ofNullable(resources.get(id));
    }
}

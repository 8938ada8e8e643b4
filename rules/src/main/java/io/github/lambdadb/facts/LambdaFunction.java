package io.github.lambdadb.facts;

import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Match;
import java.util.List;
import java.util.Optional;

/**
 * A function.
 *
 * @param name for people: the template's name for it, else the class's
 * @param handler as AWS spells it ({@code package.Class::method})
 * @param location where the code declares it
 * @param deployments at most one: what the template says that deploys it, if one was read
 */
public record LambdaFunction(String name, String handler, Location location, List<DeployedFunction> deployments) {
    public LambdaFunction {
        deployments = List.copyOf(deployments);
    }

    /** What asks for a snapshot of the initialised function (SnapStart), in any of its deployments. */
    public Optional<Match<String>> snapshot() {
        return deployments.stream()
                .flatMap(deployed -> deployed.attribute(DeployedFunction.Attribute.SNAP_START).stream())
                .flatMap(value -> value.matching("PublishedVersions"::equals).stream())
                .findFirst();
    }

    /** A function that no template names. */
    public static LambdaFunction inCode(String name, String handler, Location location) {
        return new LambdaFunction(name, handler, location, List.of());
    }
}

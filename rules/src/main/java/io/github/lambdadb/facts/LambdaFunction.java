package io.github.lambdadb.facts;

import io.github.lambdadb.source.Location;
import java.util.List;

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

    /** A function that no template names. */
    public static LambdaFunction inCode(String name, String handler, Location location) {
        return new LambdaFunction(name, handler, location, List.of());
    }
}

package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.DeployedFunction;
import io.github.lambdadb.facts.LambdaFunction;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The variables of a function's processes.
 *
 * @param variables those that the template sets
 * @param isComplete whether the template is known to set no other
 */
record ProcessEnvironment(Map<String, Value<String>> variables, boolean isComplete) {
    /** Prefixes of the variables that Lambda sets by itself. */
    private static final List<String> RESERVED =
            List.of("AWS_", "_", "LAMBDA_", "LANG", "PATH", "LD_LIBRARY_PATH", "TZ");

    ProcessEnvironment {
        variables = Map.copyOf(variables);
    }

    static ProcessEnvironment of(LambdaFunction function) {
        Map<String, Value<String>> variables = new HashMap<>();
        function.deployments().forEach(deployed -> variables.putAll(deployed.environment()));
        boolean isComplete = !function.deployments().isEmpty()
                && function.deployments().stream().allMatch(DeployedFunction::environmentComplete);
        return new ProcessEnvironment(variables, isComplete);
    }

    Optional<Value<String>> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    /** Whether the place is one of the template that sets the variables. */
    boolean sets(Location location) {
        return variables.values().stream()
                .flatMap(value -> value.candidates().stream())
                .flatMap(known -> known.evidence().steps().stream())
                .anyMatch(step -> step.location().equals(location));
    }

    /** Whether the variable is known not to be set. */
    boolean lacks(String name) {
        return isComplete && !variables.containsKey(name) && RESERVED.stream().noneMatch(name::startsWith);
    }
}

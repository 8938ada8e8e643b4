package io.github.lambdadb.facts;

import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A function that a template deploys. Values are texts as {@link Setting} shows them; what stands for something outside the
 * template or made at deployment stands as <code>${Name}</code> or <code>${Name.Attribute}</code>, with the template's own names.
 *
 * @param id the name in the template: logical id, key, or resource name
 * @param location where the template names it
 * @param attributes what the template says of it; an attribute that is not there is not set
 * @param environment the variables of its processes
 * @param environmentComplete whether no other variable may be set
 * @param triggers what calls it, as far as the template tells
 */
public record DeployedFunction(
        String id,
        Location location,
        Map<Attribute, Value<String>> attributes,
        Map<String, Value<String>> environment,
        boolean environmentComplete,
        List<Trigger> triggers) {
    /** What may be said of a function. */
    public enum Attribute {
        /** The deployed name. */
        FUNCTION_NAME,
        /** {@code package.Class::method}, or the class alone. */
        HANDLER,
        /** {@code java21}, {@code provided.al2023}; not set for images. */
        RUNTIME,
        /** {@code Zip} or {@code Image}. */
        PACKAGE_TYPE,
        /** Folder or file of the code, relative to the root that paths of locations are relative to. */
        CODE,
        /** Seconds. */
        TIMEOUT,
        /** MiB. */
        MEMORY,
        RESERVED_CONCURRENCY,
        PROVISIONED_CONCURRENCY,
        /** {@code PublishedVersions} or {@code None}. */
        SNAP_START,
        /** {@code Active} or {@code PassThrough}. */
        TRACING,
        /** Names of layers and extensions, joined by commas. */
        LAYERS,
        /** Most invocations that one execution environment runs at once: Managed Instances and Web Functions. */
        CONCURRENCY_PER_ENVIRONMENT,
        /** Fewest environments that are kept: Managed Instances. */
        MINIMUM_ENVIRONMENTS,
        /** Most environments: Managed Instances and Web Functions. */
        MAXIMUM_ENVIRONMENTS
    }

    public DeployedFunction {
        attributes = Map.copyOf(attributes);
        environment = Map.copyOf(environment);
        triggers = List.copyOf(triggers);
    }

    public Optional<Value<String>> attribute(Attribute attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }
}

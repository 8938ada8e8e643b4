package io.github.lambdadb.frontend.template.cloudformation;

import io.github.lambdadb.facts.DeployedFunction;
import io.github.lambdadb.facts.DeployedFunction.Attribute;
import io.github.lambdadb.facts.Trigger;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads functions, of Lambda's own type and of SAM's. */
final class FunctionReader {
    static final Set<String> TYPES = Set.of("AWS::Lambda::Function", FunctionProperties.SERVERLESS);

    private static final Pattern LAYER = Pattern.compile(":layer:([^:]+)");
    private static final Map<Attribute, List<String>> PATHS = Map.of(
            Attribute.FUNCTION_NAME, List.of("FunctionName"),
            Attribute.RUNTIME, List.of("Runtime"),
            Attribute.PACKAGE_TYPE, List.of("PackageType"),
            Attribute.TIMEOUT, List.of("Timeout"),
            Attribute.MEMORY, List.of("MemorySize"),
            Attribute.RESERVED_CONCURRENCY, List.of("ReservedConcurrentExecutions"),
            Attribute.MINIMUM_ENVIRONMENTS, List.of("FunctionScalingConfig", "MinExecutionEnvironments"),
            Attribute.MAXIMUM_ENVIRONMENTS, List.of("FunctionScalingConfig", "MaxExecutionEnvironments"),
            Attribute.SNAP_START, List.of("SnapStart", "ApplyOn"));

    private final Estate estate;
    private final Concurrency concurrency;
    private final Callers callers;

    FunctionReader(Estate estate) {
        this.estate = estate;
        this.concurrency = new Concurrency(estate);
        this.callers = new Callers(estate);
    }

    Stream<DeployedFunction> all() {
        return estate.ofType(TYPES).map(this::read);
    }

    private DeployedFunction read(Placed place) {
        FunctionProperties properties = FunctionProperties.of(place);
        List<Trigger> triggers = new ArrayList<>(EventReader.triggers(properties));
        triggers.addAll(callers.of(place, triggers));
        return new DeployedFunction(
                place.id(),
                place.location(),
                attributes(place, properties),
                properties.texts("Environment", "Variables"),
                properties.isComplete("Environment", "Variables"),
                triggers);
    }

    private Map<Attribute, Value<String>> attributes(Placed place, FunctionProperties properties) {
        Map<Attribute, Value<String>> attributes = new EnumMap<>(Attribute.class);
        PATHS.forEach((attribute, path) -> put(attributes, attribute, properties.text(path.toArray(String[]::new))));
        put(attributes, Attribute.HANDLER, handler(properties));
        put(
                attributes,
                Attribute.CODE,
                CodePlaces.of(place, properties, place.location().file()));
        put(attributes, Attribute.TRACING, tracing(place, properties));
        put(attributes, Attribute.LAYERS, layers(place, properties));
        put(attributes, Attribute.PROVISIONED_CONCURRENCY, concurrency.provisioned(place, properties));
        put(attributes, Attribute.CONCURRENCY_PER_ENVIRONMENT, concurrency.perEnvironment(place, properties));
        concurrency.most(place).ifPresent(most -> attributes.putIfAbsent(Attribute.MAXIMUM_ENVIRONMENTS, most));
        return attributes;
    }

    private static void put(
            Map<Attribute, Value<String>> attributes, Attribute attribute, Optional<Value<String>> value) {
        value.ifPresent(present -> attributes.put(attribute, present));
    }

    /** An image's command is what a handler is elsewhere. */
    private static Optional<Value<String>> handler(FunctionProperties properties) {
        Optional<Value<String>> handler = properties.text("Handler");
        return handler.isPresent()
                ? handler
                : properties.layer("ImageConfig", "Command").list("ImageConfig", "Command");
    }

    private static Optional<Value<String>> tracing(Placed place, FunctionProperties properties) {
        return place.type().equals(FunctionProperties.SERVERLESS)
                ? properties.text("Tracing")
                : properties.text("TracingConfig", "Mode");
    }

    private static Optional<Value<String>> layers(Placed place, FunctionProperties properties) {
        Alternatives<Text> names = properties
                .lists("Layers")
                .then(layers -> layers.isEmpty()
                        ? Alternatives.absent()
                        : Text.joined(
                                layers.stream()
                                        .map(layer -> layer.with(layerName(layer.text())))
                                        .toList(),
                                ",",
                                layers.get(0).at(),
                                place.stack().budget()));
        names.obstacles().stream().filter(Obstacle::isGap).forEach(place.gaps());
        return Values.of(
                names, Evidence.none(), "sets Layers of '" + place.resource().id() + "'");
    }

    /** The name in a layer's ARN; another reference stands as it is. */
    private static String layerName(String layer) {
        Matcher arn = LAYER.matcher(layer);
        return arn.find() ? arn.group(1) : layer;
    }
}

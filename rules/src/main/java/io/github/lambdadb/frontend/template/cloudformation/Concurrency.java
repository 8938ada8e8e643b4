package io.github.lambdadb.frontend.template.cloudformation;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import io.github.lambdadb.value.Value.Known;
import io.github.lambdadb.value.Value.Unknown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How many environments a function keeps ready, and how many invocations run in each of them. */
final class Concurrency {
    private static final Set<String> QUALIFIERS = Set.of("AWS::Lambda::Alias", "AWS::Lambda::Version");
    private static final Set<String> SCALING = Set.of("AWS::ApplicationAutoScaling::ScalableTarget");
    private static final Set<String> WEB = Set.of("AWS::Lambda::WebFunctionEndpoint");
    private static final String CONFIG = "CapacityProviderConfig";
    private static final String INNER = "LambdaManagedInstancesCapacityProviderConfig";
    private static final String MOST = "PerExecutionEnvironmentMaxConcurrency";
    private static final String RATIO = "ExecutionEnvironmentMemoryGiBPerVCpu";

    /** For each virtual processor of a Java environment, unless the template says otherwise (Lambda Developer Guide). */
    private static final int DEFAULT_PER_PROCESSOR = 32;

    private static final int DEFAULT_RATIO = 4;

    /** Requests at once in an environment of a Web Function, unless the template says otherwise (Lambda Developer Guide). */
    private static final int DEFAULT_OF_WEB = 64;

    private final Map<String, List<Optional<Value<String>>>> provisioned = new HashMap<>();

    private final Map<String, Placed> web = new HashMap<>();

    Concurrency(Estate estate) {
        estate.ofType(WEB)
                .forEach(endpoint -> Stream.of("FunctionName", "FunctionArn")
                        .flatMap(reference -> endpoint.properties().texts(reference).options().stream())
                        .flatMap(name -> estate.find(name.text(), FunctionReader.TYPES).stream())
                        .forEach(function -> web.putIfAbsent(function.id(), endpoint)));
        estate.ofType(QUALIFIERS)
                .forEach(qualifier -> add(estate, qualifier, "FunctionName", provisioned(qualifier.properties())));
        // what scaling may not go below is kept ready as well
        estate.ofType(SCALING)
                .forEach(target ->
                        add(estate, target, "ResourceId", target.properties().text("MinCapacity")));
    }

    private void add(Estate estate, Placed place, String reference, Optional<Value<String>> value) {
        if (value.isPresent()) {
            place.properties().texts(reference).options().stream()
                    .flatMap(name -> estate.find(name.text(), FunctionReader.TYPES).stream())
                    .findFirst()
                    .ifPresent(function -> provisioned
                            .computeIfAbsent(function.id(), id -> new ArrayList<>())
                            .add(value));
        }
    }

    private static Optional<Value<String>> provisioned(Section section) {
        String config = "ProvisionedConcurrencyConfig";
        Optional<Value<String>> ofAlias = section.text(config, "ProvisionedConcurrentExecutions");
        return ofAlias.isPresent() ? ofAlias : section.text("ProvisionedConcurrencyConfig", "ProvisionedConcurrency");
    }

    Optional<Value<String>> provisioned(Placed place, FunctionProperties properties) {
        Optional<Value<String>> own =
                properties.text("ProvisionedConcurrencyConfig", "ProvisionedConcurrentExecutions");
        return own.isPresent() ? own : Values.anyOf(provisioned.getOrDefault(place.id(), List.of()));
    }

    /** Most environments of a Web Function. */
    Optional<Value<String>> most(Placed place) {
        return Optional.ofNullable(web.get(place.id()))
                .flatMap(endpoint -> endpoint.properties().text("ScalingConfig", "MaxEnvironments"));
    }

    /**
     * Invocations at once in one environment of Managed Instances and of Web Functions; empty for other functions, where there
     * is one.
     */
    Optional<Value<String>> perEnvironment(Placed place, FunctionProperties properties) {
        if (!properties.has(CONFIG)) {
            return Optional.ofNullable(web.get(place.id())).map(Concurrency::ofWeb);
        }
        Optional<Value<String>> set = properties.text(CONFIG, INNER, MOST).or(() -> properties.text(CONFIG, MOST));
        return set.isPresent() ? set : Optional.of(byDefault(place, properties));
    }

    private static Value<String> ofWeb(Placed endpoint) {
        String key = "MaxConcurrencyPerEnvironment";
        return endpoint.properties()
                .text("ScalingConfig", key)
                .or(() -> endpoint.properties().text(key))
                .orElseGet(() -> new Known<>(
                        String.valueOf(DEFAULT_OF_WEB),
                        Evidence.of(
                                endpoint.location(),
                                "makes it a Web Function, with the default of " + DEFAULT_OF_WEB)));
    }

    private static Value<String> byDefault(Placed place, FunctionProperties properties) {
        Optional<Value<String>> ratio = properties.text(CONFIG, INNER, RATIO).or(() -> properties.text(CONFIG, RATIO));
        Optional<Value<String>> memory = properties.text("MemorySize");
        Location at = properties.layer(CONFIG).location(CONFIG).orElse(place.location());
        double mebibytes = number(memory).orElse(0.0);
        double gibibytesEach = ratio.isEmpty() ? DEFAULT_RATIO : number(ratio).orElse(0.0);
        if (mebibytes <= 0 || gibibytesEach <= 0) {
            return new Unknown<>("the default is " + DEFAULT_PER_PROCESSOR + " for each virtual processor");
        }
        int processors = (int) Math.max(1, mebibytes / 1024 / gibibytesEach);
        return new Known<>(
                String.valueOf(processors * DEFAULT_PER_PROCESSOR),
                Evidence.of(at, "leaves the default of " + DEFAULT_PER_PROCESSOR + " for each virtual processor"));
    }

    private static Optional<Double> number(Optional<Value<String>> value) {
        return value.flatMap(present ->
                        present instanceof Known<String> known ? Optional.of(known.value()) : Optional.empty())
                .filter(text -> text.matches("\\d{1,6}(\\.\\d{1,3})?"))
                .map(Double::valueOf);
    }
}

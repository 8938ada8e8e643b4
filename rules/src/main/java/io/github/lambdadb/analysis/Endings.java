package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.DeployedFunction;
import io.github.lambdadb.facts.DeployedFunction.Attribute;
import io.github.lambdadb.facts.LambdaFunction;
import io.github.lambdadb.facts.ShutdownHook.Ending;
import io.github.lambdadb.knowledge.Catalog;
import io.github.lambdadb.value.Value;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How the environments of a function end, as far as its template tells. */
final class Endings {
    private Endings() {}

    static Ending of(LambdaFunction function, Catalog catalog) {
        return function.deployments().stream()
                .findFirst()
                .map(deployed -> of(deployed, catalog))
                .orElse(Ending.NOT_DEPLOYED);
    }

    private static Ending of(DeployedFunction deployed, Catalog catalog) {
        Optional<Value<String>> layers = deployed.attribute(Attribute.LAYERS);
        if (texts(layers).anyMatch(names -> extensions(catalog).anyMatch(names::contains))) {
            return Ending.SIGNAL;
        }
        boolean isImage =
                texts(deployed.attribute(Attribute.PACKAGE_TYPE)).anyMatch(type -> type.equalsIgnoreCase("image"));
        return isImage || layers.isPresent() ? Ending.MAYBE : Ending.NO_SIGNAL;
    }

    private static Stream<String> extensions(Catalog catalog) {
        return Stream.concat(
                catalog.functions().extensions().stream(),
                catalog.tracers().stream().flatMap(tracer -> tracer.layers().stream()));
    }

    private static Stream<String> texts(Optional<Value<String>> value) {
        return value.stream()
                .flatMap(texts -> texts.candidates().stream())
                .map(known -> known.value().toLowerCase(Locale.ROOT));
    }
}

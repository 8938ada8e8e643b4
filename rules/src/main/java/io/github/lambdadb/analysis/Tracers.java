package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.DeployedFunction;
import io.github.lambdadb.facts.Tracer;
import io.github.lambdadb.knowledge.TracerModel;
import io.github.lambdadb.source.Evidence;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What traces the database calls of a module: libraries of its build, layers of its functions. */
final class Tracers {
    private Tracers() {}

    static List<Tracer> of(AnalysisInput input) {
        return input.catalog().tracers().stream()
                .flatMap(model -> Stream.concat(artifacts(input, model), layers(input, model)))
                .distinct()
                .sorted(Comparator.comparing(Tracer::name)
                        .thenComparing(tracer -> String.join(",", tracer.functions())))
                .toList();
    }

    private static Stream<Tracer> artifacts(AnalysisInput input, TracerModel model) {
        return model.artifacts().stream()
                .filter(input::asksFor)
                .map(artifact -> new Tracer(artifact, List.of(), Evidence.none()));
    }

    /** Layers and extensions, of which those that are not known by name may trace as well. */
    private static Stream<Tracer> layers(AnalysisInput input, TracerModel model) {
        return input.deployments().functions().stream()
                .flatMap(function -> function.attribute(DeployedFunction.Attribute.LAYERS).stream()
                        .flatMap(value -> value.candidates().stream())
                        .filter(known ->
                                model.layers().stream().anyMatch(known.value().toLowerCase(Locale.ROOT)::contains))
                        .map(known -> new Tracer(known.value(), List.of(function.id()), known.evidence())));
    }
}

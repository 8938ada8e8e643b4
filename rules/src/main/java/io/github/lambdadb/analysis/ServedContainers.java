package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.DeployedFunction;
import io.github.lambdadb.facts.DeployedFunction.Attribute;
import io.github.lambdadb.facts.LambdaFunction;
import io.github.lambdadb.ir.Program;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.knowledge.Catalog;
import io.github.lambdadb.knowledge.ContainerModel;
import io.github.lambdadb.value.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Functions without a handler class of their own: a framework's class, or a server behind the Lambda Web Adapter, runs them. */
final class ServedContainers {
    /** Source: aws-lambda-web-adapter 0.9: the layer's name, and what its wrapper is called. */
    private static final String ADAPTER_LAYER = "LambdaAdapterLayer";

    private static final String ADAPTER_WRAPPER = "/opt/bootstrap";

    private final AnalysisInput input;
    private final Program program;
    private final Catalog catalog;

    ServedContainers(AnalysisInput input) {
        this.input = input;
        this.program = input.program();
        this.catalog = input.catalog();
    }

    /** The function that runs a container of the module, as a template deploys it. */
    Optional<EntryPoints.EntryPoint> deployed(DeployedFunction function) {
        List<String> handlers = texts(function, Attribute.HANDLER)
                .map(handler -> HandlerName.parse(handler).type())
                .toList();
        boolean isAdapted = isAdapted(function);
        return catalog.containers().stream()
                .filter(container -> isAdapted
                        || handlers.stream().anyMatch(container.serving().handlers()::contains))
                .flatMap(container -> roots(container, function).stream()
                        .map(root -> entry(
                                container,
                                root,
                                new LambdaFunction(
                                        function.id(),
                                        handlers.isEmpty() ? root.name() : handlers.get(0),
                                        root.at(),
                                        List.of(function)))))
                .findFirst();
    }

    /** The function that a dependency shows the module to be, where no template that was read deploys it. */
    List<EntryPoints.EntryPoint> undeployed() {
        return catalog.containers().stream()
                .filter(container -> container.serving().artifacts().stream().anyMatch(input::uses))
                .flatMap(container -> roots(container).stream()
                        .limit(1)
                        .map(root -> entry(
                                container, root, LambdaFunction.inCode(root.simpleName(), root.name(), root.at()))))
                .toList();
    }

    private static EntryPoints.EntryPoint entry(ContainerModel container, TypeDecl root, LambdaFunction function) {
        return new EntryPoints.EntryPoint(function, root, List.of(), Optional.of(container));
    }

    /** Whether a framework's class, or a server behind the adapter, may be what the function runs. */
    static boolean mayServe(List<ContainerModel> containers, DeployedFunction function) {
        return isAdapted(function)
                || texts(function, Attribute.HANDLER)
                        .map(handler -> HandlerName.parse(handler).type())
                        .anyMatch(type -> containers.stream()
                                .anyMatch(container ->
                                        container.serving().handlers().contains(type)));
    }

    private static boolean isAdapted(DeployedFunction function) {
        boolean hasLayer = texts(function, Attribute.LAYERS).anyMatch(layers -> layers.contains(ADAPTER_LAYER));
        Optional<Value<String>> wrapper =
                Optional.ofNullable(function.environment().get("AWS_LAMBDA_EXEC_WRAPPER"));
        boolean isWrapped = wrapper.stream()
                .flatMap(value -> value.candidates().stream())
                .anyMatch(known -> known.value().equals(ADAPTER_WRAPPER));
        boolean isImage = texts(function, Attribute.PACKAGE_TYPE).anyMatch("Image"::equals)
                && function.attribute(Attribute.CODE).isPresent();
        return hasLayer || isWrapped || isImage;
    }

    private static Stream<String> texts(DeployedFunction function, Attribute attribute) {
        return function.attribute(attribute).stream()
                .flatMap(value -> value.candidates().stream())
                .map(Value.Known::value);
    }

    /** The class that the function starts with: the one that its environment names, else the first. */
    private Optional<TypeDecl> roots(ContainerModel container, DeployedFunction function) {
        List<TypeDecl> roots = roots(container);
        List<String> named = Optional.ofNullable(function.environment().get("MAIN_CLASS")).stream()
                .flatMap(value -> value.candidates().stream())
                .map(Value.Known::value)
                .toList();
        return roots.stream()
                .filter(root -> named.contains(root.name()))
                .findFirst()
                .or(() -> roots.stream().findFirst());
    }

    private List<TypeDecl> roots(ContainerModel container) {
        List<String> annotations = container.serving().roots().isEmpty()
                ? container.components()
                : container.serving().roots();
        return annotations.stream()
                .flatMap(annotation -> program.annotated(annotation).stream())
                .filter(type -> program.isOwn(type.at().file()))
                .distinct()
                .sorted(Comparator.comparing(TypeDecl::name))
                .toList();
    }
}

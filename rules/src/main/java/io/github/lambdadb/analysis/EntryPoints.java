package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.DeployedFunction;
import io.github.lambdadb.facts.DeployedFunction.Attribute;
import io.github.lambdadb.facts.Deployments;
import io.github.lambdadb.facts.LambdaFunction;
import io.github.lambdadb.ir.Method;
import io.github.lambdadb.ir.Program;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.knowledge.Catalog;
import io.github.lambdadb.knowledge.ContainerModel;
import io.github.lambdadb.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds the functions of a module: classes that implement a handler interface, directly or through others, and classes that
 * a template names as a handler. A class that several functions deploy is as many entry points.
 */
final class EntryPoints {
    /** A function: a class with the methods an invocation may call, or a container that is started with the class. */
    record EntryPoint(
            LambdaFunction function, TypeDecl type, List<Method> methods, Optional<ContainerModel> container) {}

    private final Program program;
    private final Catalog catalog;
    private final Types types;
    private final Deployments deployments;
    private final ServedContainers containers;
    private final DispatchedHandlers dispatched;

    EntryPoints(AnalysisInput input) {
        this.program = input.program();
        this.catalog = input.catalog();
        this.types = new Types(program, catalog);
        this.deployments = input.deployments();
        this.containers = new ServedContainers(input);
        this.dispatched = new DispatchedHandlers(input);
    }

    List<EntryPoint> find() {
        Map<String, EntryPoint> inCode = inCode();
        List<EntryPoint> found = new ArrayList<>();
        for (DeployedFunction deployed : deployments.functions()) {
            for (Value.Known<String> handler : deployed.attribute(Attribute.HANDLER).stream()
                    .flatMap(value -> value.candidates().stream())
                    .toList()) {
                deployed(HandlerName.parse(handler.value()), deployed, inCode)
                        .or(() -> dispatched.of(handler.value(), deployed, inCode.values()))
                        .ifPresent(found::add);
            }
        }
        Set<DeployedFunction> known = found.stream()
                .flatMap(entry -> entry.function().deployments().stream())
                .collect(Collectors.toSet());
        found.forEach(entry -> inCode.remove(entry.type().name()));
        found.addAll(inCode.values());
        deployments.functions().stream()
                .filter(deployed -> !known.contains(deployed))
                .forEach(deployed -> containers.deployed(deployed).ifPresent(found::add));
        if (found.isEmpty()) {
            found.addAll(containers.undeployed());
        }
        found.sort(Comparator.comparing((EntryPoint entry) -> entry.function().handler())
                .thenComparing(entry -> entry.function().name()));
        return List.copyOf(found);
    }

    private Map<String, EntryPoint> inCode() {
        Map<String, EntryPoint> found = new TreeMap<>();
        new TreeMap<>(catalog.functions().interfaces())
                .forEach((name, methods) -> program.subtypes(name).stream()
                        .filter(this::isConcrete)
                        .forEach(type -> {
                            List<Method> handlers = handlers(type, name, methods);
                            if (!handlers.isEmpty()) {
                                found.putIfAbsent(type.name(), entry(type, handlers));
                            }
                        }));
        return found;
    }

    private boolean isConcrete(TypeDecl type) {
        return !type.isAbstract()
                && !type.isInterface()
                && program.isOwn(type.at().file());
    }

    /** The class that a template names, if it is one of the module's. */
    private Optional<EntryPoint> deployed(
            HandlerName handler, DeployedFunction deployed, Map<String, EntryPoint> inCode) {
        EntryPoint known = inCode.get(handler.type());
        List<Method> methods = known != null && handler.runs(known)
                ? known.methods()
                : program.type(handler.type())
                        .filter(this::isConcrete)
                        .flatMap(type -> handler.choose(types, type))
                        .map(List::of)
                        .orElse(List.of());
        if (methods.isEmpty()) {
            return Optional.empty();
        }
        TypeDecl type =
                known != null ? known.type() : program.type(handler.type()).orElseThrow();
        return Optional.of(entry(type, methods, deployed));
    }

    /** The class, as a template deploys it. */
    static EntryPoint entry(TypeDecl type, List<Method> methods, DeployedFunction deployed) {
        String name = type.name() + "::" + methods.get(0).name();
        LambdaFunction function = new LambdaFunction(deployed.id(), name, type.at(), List.of(deployed));
        return new EntryPoint(function, type, methods, Optional.empty());
    }

    private static EntryPoint entry(TypeDecl type, List<Method> handlers) {
        Method first = handlers.get(0);
        LambdaFunction function =
                LambdaFunction.inCode(type.simpleName(), type.name() + "::" + first.name(), type.at());
        return new EntryPoint(function, type, handlers, Optional.empty());
    }

    private List<Method> handlers(TypeDecl type, String handlerInterface, String names) {
        List<Method> handlers = new ArrayList<>();
        for (String name : names.split(",", -1)) {
            int arity = arity(handlerInterface, name.trim());
            types.hierarchy(type.name()).stream()
                    .flatMap(candidate -> program.type(candidate).stream())
                    .flatMap(declared -> declared.methods(name.trim()).stream())
                    .filter(method -> method.hasBody()
                            && !method.isStatic()
                            && (arity < 0 || method.parameters().size() == arity))
                    .findFirst()
                    .ifPresent(handlers::add);
        }
        return handlers;
    }

    private static int arity(String handlerInterface, String name) {
        if (!name.equals("handleRequest")) {
            return -1;
        }
        return handlerInterface.endsWith("StreamHandler") ? 3 : 2;
    }
}

package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.LambdaFunction;
import io.github.lambdadb.ir.Method;
import io.github.lambdadb.ir.Program;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.knowledge.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the functions of a module: classes that implement a handler interface, directly or through others. */
final class EntryPoints {
    /** A function and the methods an invocation may call. */
    record EntryPoint(LambdaFunction function, TypeDecl type, List<Method> methods) {}

    private final Program program;
    private final Catalog catalog;
    private final Types types;

    EntryPoints(Program program, Catalog catalog) {
        this.program = program;
        this.catalog = catalog;
        this.types = new Types(program, catalog);
    }

    List<EntryPoint> find() {
        Map<String, EntryPoint> found = new TreeMap<>();
        new TreeMap<>(catalog.functions().interfaces())
                .forEach((name, methods) -> program.subtypes(name).stream()
                        .filter(type -> !type.isAbstract() && !type.isInterface())
                        .filter(type -> program.isOwn(type.at().file()))
                        .forEach(type -> {
                            List<Method> handlers = handlers(type, name, methods);
                            if (!handlers.isEmpty()) {
                                found.putIfAbsent(type.name(), entry(type, handlers));
                            }
                        }));
        return List.copyOf(found.values());
    }

    private static EntryPoint entry(TypeDecl type, List<Method> handlers) {
        Method first = handlers.get(0);
        LambdaFunction function = new LambdaFunction(type.simpleName(), type.name() + "::" + first.name(), type.at());
        return new EntryPoint(function, type, handlers);
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

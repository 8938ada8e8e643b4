package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.Method;
import io.github.lambdadb.ir.TypeDecl;
import java.util.Comparator;
import java.util.Optional;

/**
 * A handler as a template spells it: {@code package.Class::method}, or the class alone.
 *
 * @param method empty when only the class is named
 */
record HandlerName(String type, String method) {
    /** Source: aws-lambda-java-runtime-interface-client 2.9.0, {@code HandlerInfo}: the last {@code ::} separates. */
    static HandlerName parse(String handler) {
        int colons = handler.lastIndexOf("::");
        String type = colons < 0 ? handler : handler.substring(0, colons);
        return new HandlerName(
                type.strip().replace('$', '.'),
                colons < 0 ? "" : handler.substring(colons + 2).strip());
    }

    /** Whether the runtime would call what a handler interface says. */
    boolean runs(EntryPoints.EntryPoint entry) {
        return method.isEmpty()
                || entry.methods().stream().anyMatch(handler -> handler.name().equals(method))
                || method.equals("handleRequest");
    }

    /**
     * The method that the runtime calls: of overloads the one with the longest parameter list, a last {@code Context} weighs
     * more. Source: aws-lambda-java-runtime-interface-client 2.9.0, {@code EventHandlerLoader}.
     */
    Optional<Method> choose(Types types, TypeDecl owner) {
        return types.hierarchy(owner.name()).stream()
                .flatMap(name -> types.declaration(name).stream())
                .flatMap(type -> type.methods(method).stream())
                .filter(Method::hasBody)
                .max(Comparator.comparingInt(HandlerName::weight));
    }

    private static int weight(Method method) {
        int count = method.parameters().size();
        boolean hasContext = count > 0
                && method.parameters().get(count - 1).type().simpleName().equals("Context");
        return 2 * count + (hasContext ? 1 : 0);
    }
}

package io.github.lambdadb.ir;

import java.util.List;

/**
 * A type as it is used: the qualified name with dots ({@code java.util.Map.Entry}), or, when {@code resolved} is false, what
 * the source says. Primitive types and {@code var} are names of their own. Type variables are their bound.
 */
public record TypeName(String name, List<TypeName> arguments, int dimensions, boolean resolved) {
    public static final TypeName OBJECT = of("java.lang.Object");
    public static final TypeName STRING = of("java.lang.String");

    public TypeName {
        arguments = List.copyOf(arguments);
    }

    /** A resolved type without arguments. */
    public static TypeName of(String name) {
        return new TypeName(name, List.of(), 0, true);
    }

    /** A type that is known only by its spelling. */
    public static TypeName unresolved(String name) {
        return new TypeName(name, List.of(), 0, false);
    }

    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    public TypeName element() {
        return dimensions == 0 ? this : new TypeName(name, arguments, dimensions - 1, resolved);
    }

    @Override
    public String toString() {
        return name + "[]".repeat(dimensions);
    }
}

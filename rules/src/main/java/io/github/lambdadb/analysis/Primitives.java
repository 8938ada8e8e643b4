package io.github.lambdadb.analysis;

import java.util.Map;

/** Primitive types and their boxes. */
final class Primitives {
    private static final Map<String, String> UNBOXED = Map.of(
            "java.lang.Integer", "int",
            "java.lang.Long", "long",
            "java.lang.Double", "double",
            "java.lang.Float", "float",
            "java.lang.Boolean", "boolean",
            "java.lang.Character", "char",
            "java.lang.Short", "short",
            "java.lang.Byte", "byte");

    private Primitives() {}

    static String unboxed(String type) {
        return UNBOXED.getOrDefault(type, type);
    }

    static boolean isNumeric(String type) {
        return switch (unboxed(type)) {
            case "int", "long", "double", "float", "short", "byte", "char" -> true;
            default -> false;
        };
    }

    /** What a field of the type holds before anything is written to it. */
    static Term initial(String type, int dimensions) {
        if (dimensions > 0) {
            return Plain.NULL;
        }
        return switch (type) {
            case "int", "short", "byte" -> new Term.Constant(0, io.github.lambdadb.source.Evidence.none());
            case "long" -> new Term.Constant(0L, io.github.lambdadb.source.Evidence.none());
            case "double", "float" -> new Term.Constant(0.0, io.github.lambdadb.source.Evidence.none());
            case "boolean" -> new Term.Constant(false, io.github.lambdadb.source.Evidence.none());
            case "char" -> new Term.Constant('\0', io.github.lambdadb.source.Evidence.none());
            default -> Plain.NULL;
        };
    }
}

package io.github.lambdadb.ir;

import io.github.lambdadb.source.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A class, interface, enum, record or annotation type of the analysed sources.
 *
 * @param name qualified, with dots also before nested types; anonymous classes are {@code Outer.1}, local ones {@code Outer.1Name}
 * @param outer the qualified name of the enclosing type, empty for a top-level type
 * @param isStatic false for inner, local and anonymous classes: they see the instance and the locals around them
 * @param superclass {@code java.lang.Object} when none is written
 * @param enumConstants in order; their creation stands in {@code staticInitializer}
 * @param staticInitializer static field initialisers and static blocks, in order, as assignments
 * @param instanceInitializer instance field initialisers and blocks, in order, as assignments
 * @param staticImports member name to the qualified names of the types it may come from
 * @param staticStarImports types all of whose static members are imported
 */
public record TypeDecl(
        String name,
        Kind kind,
        String outer,
        boolean isStatic,
        boolean isAbstract,
        TypeName superclass,
        List<TypeName> interfaces,
        List<Annotation> annotations,
        List<Field> fields,
        List<Method> methods,
        List<String> enumConstants,
        Stmt.Block staticInitializer,
        Stmt.Block instanceInitializer,
        Map<String, List<String>> staticImports,
        List<String> staticStarImports,
        Location at) {
    /** What is declared. */
    public enum Kind {
        CLASS,
        INTERFACE,
        ENUM,
        RECORD,
        ANNOTATION
    }

    /** A field; its initialiser is an assignment in one of the initialiser blocks. A constant keeps its value here too. */
    public record Field(
            String name, TypeName type, boolean isStatic, boolean isFinal, List<Annotation> annotations, Location at) {
        public Field {
            annotations = List.copyOf(annotations);
        }
    }

    /** An annotation: qualified name if resolved, and its members ({@code value} when unnamed). */
    public record Annotation(TypeName type, Map<String, Expr> members, Location at) {
        public Annotation {
            members = Map.copyOf(members);
        }
    }

    public TypeDecl {
        interfaces = List.copyOf(interfaces);
        annotations = List.copyOf(annotations);
        fields = List.copyOf(fields);
        methods = List.copyOf(methods);
        enumConstants = List.copyOf(enumConstants);
        staticImports = Map.copyOf(staticImports);
        staticStarImports = List.copyOf(staticStarImports);
    }

    public Optional<Field> field(String fieldName) {
        return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
    }

    /** The methods of that name, in order of declaration; {@code <init>} for constructors. */
    public List<Method> methods(String methodName) {
        return methods.stream()
                .filter(method -> method.name().equals(methodName))
                .toList();
    }

    public boolean isInterface() {
        return kind == Kind.INTERFACE || kind == Kind.ANNOTATION;
    }

    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}

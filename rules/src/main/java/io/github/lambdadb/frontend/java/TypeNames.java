package io.github.lambdadb.frontend.java;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.IntersectionType;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.TypeParameter;
import com.github.javaparser.ast.type.UnionType;
import com.github.javaparser.ast.type.VarType;
import com.github.javaparser.ast.type.VoidType;
import com.github.javaparser.ast.type.WildcardType;
import io.github.lambdadb.ir.TypeName;
import java.util.List;

/** Turns the types of a syntax tree into resolved names. */
final class TypeNames {
    static final TypeName VOID = TypeName.of("void");
    static final TypeName VAR = TypeName.of("var");
    private static final int DEEPEST = 60;

    private final Names names;
    private final Scope scope;
    private int depth;

    TypeNames(Names names, Scope scope) {
        this.names = names;
        this.scope = scope;
    }

    TypeName of(Type type) {
        if (depth >= DEEPEST) {
            return TypeName.OBJECT;
        }
        depth++;
        TypeName name = plain(type);
        depth--;
        return name;
    }

    /** The type with more dimensions. */
    static TypeName array(TypeName element, int dimensions) {
        return new TypeName(element.name(), element.arguments(), element.dimensions() + dimensions, element.resolved());
    }

    /** The alternatives of a catch clause's type. */
    List<TypeName> alternatives(Type type) {
        if (type instanceof UnionType union) {
            return union.getElements().stream().map(this::of).toList();
        }
        return List.of(of(type));
    }

    /** Brings type parameters into scope as their bound. */
    void declare(NodeList<TypeParameter> parameters) {
        // first all as Object: a bound may mention any of them
        parameters.forEach(parameter -> scope.variable(parameter.getNameAsString(), TypeName.OBJECT));
        for (TypeParameter parameter : parameters) {
            if (parameter.getTypeBound().isNonEmpty()) {
                scope.variable(
                        parameter.getNameAsString(), of(parameter.getTypeBound().get(0)));
            }
        }
    }

    private TypeName plain(Type type) {
        if (type instanceof ClassOrInterfaceType named) {
            return named(named);
        }
        if (type instanceof PrimitiveType primitive) {
            return TypeName.of(primitive.getType().asString());
        }
        if (type instanceof ArrayType array) {
            return array(of(array.getComponentType()), 1);
        }
        if (type instanceof VoidType) {
            return VOID;
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard.getExtendedType().<TypeName>map(this::of).orElse(TypeName.OBJECT);
        }
        if (type instanceof UnionType union) {
            return of(union.getElements().get(0));
        }
        if (type instanceof IntersectionType intersection) {
            return of(intersection.getElements().get(0));
        }
        return type instanceof VarType || type.isUnknownType() ? VAR : TypeName.unresolved(type.asString());
    }

    private TypeName named(ClassOrInterfaceType type) {
        String written = type.getNameWithScope();
        if (written.equals("var") && type.getTypeArguments().isEmpty()) {
            return VAR;
        }
        TypeName name = names.written(written);
        List<TypeName> arguments = type.getTypeArguments()
                .map(given -> given.stream().map(this::of).toList())
                .orElse(List.of());
        return arguments.isEmpty() ? name : new TypeName(name.name(), arguments, name.dimensions(), name.resolved());
    }
}

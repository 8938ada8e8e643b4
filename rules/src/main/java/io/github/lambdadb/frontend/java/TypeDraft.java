package io.github.lambdadb.frontend.java;

import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.Method;
import io.github.lambdadb.ir.Stmt;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A type while its members are gathered. */
final class TypeDraft {
    private final String name;
    private final TypeDecl.Kind kind;
    private final Location at;
    private final List<TypeDecl.Annotation> annotations = new ArrayList<>();
    private final List<TypeName> interfaces = new ArrayList<>();
    private final List<TypeDecl.Field> fields = new ArrayList<>();
    private final Set<String> initialised = new HashSet<>();
    private final List<Method> methods = new ArrayList<>();
    private final List<String> enumConstants = new ArrayList<>();
    private final List<Stmt> staticInitializer = new ArrayList<>();
    private final List<Stmt> instanceInitializer = new ArrayList<>();
    private TypeName superclass = TypeName.OBJECT;
    private String outer = "";
    private boolean isStatic = true;
    private boolean isAbstract;

    TypeDraft(String name, TypeDecl.Kind kind, Location at) {
        this.name = name;
        this.kind = kind;
        this.at = at;
    }

    TypeDraft outer(String enclosing, boolean isStaticMember) {
        outer = enclosing;
        isStatic = isStaticMember;
        return this;
    }

    TypeDraft superclass(TypeName type) {
        superclass = type;
        return this;
    }

    TypeDraft isAbstract(boolean value) {
        isAbstract = value;
        return this;
    }

    String name() {
        return name;
    }

    TypeDecl.Kind kind() {
        return kind;
    }

    Location at() {
        return at;
    }

    boolean isInterface() {
        return kind == TypeDecl.Kind.INTERFACE || kind == TypeDecl.Kind.ANNOTATION;
    }

    List<TypeDecl.Annotation> annotations() {
        return annotations;
    }

    List<TypeName> interfaces() {
        return interfaces;
    }

    List<TypeDecl.Field> fields() {
        return fields;
    }

    List<Method> methods() {
        return methods;
    }

    List<String> enumConstants() {
        return enumConstants;
    }

    List<Stmt> initializer(boolean ofStatics) {
        return ofStatics ? staticInitializer : instanceInitializer;
    }

    boolean hasMethod(String method, int parameters) {
        return methods.stream()
                .anyMatch(
                        each -> each.name().equals(method) && each.parameters().size() == parameters);
    }

    boolean hasConstructor() {
        return methods.stream().anyMatch(each -> each.name().equals("<init>"));
    }

    /** Whether the field has an initialiser of its own. */
    boolean isInitialised(TypeDecl.Field field) {
        return initialised.contains(field.name());
    }

    /** The field of this type, as the target of an assignment. */
    Expr target(String field, boolean ofStatics, Location place) {
        Expr owner = ofStatics ? new Expr.Type(TypeName.of(name), place) : new Expr.This(name, place);
        return new Expr.FieldAccess(owner, field, place);
    }

    void initialise(TypeDecl.Field field, Expr value) {
        initialised.add(field.name());
        Expr target = target(field.name(), field.isStatic(), field.at());
        initializer(field.isStatic()).add(new Stmt.Evaluate(new Expr.Assign(target, value, field.at()), field.at()));
    }

    TypeDecl finish(Map<String, List<String>> staticImports, List<String> staticStarImports) {
        return new TypeDecl(
                name,
                kind,
                outer,
                isStatic,
                isAbstract,
                superclass,
                interfaces,
                annotations,
                fields,
                methods,
                enumConstants,
                new Stmt.Block(staticInitializer, at),
                new Stmt.Block(instanceInitializer, at),
                staticImports,
                staticStarImports,
                at);
    }
}

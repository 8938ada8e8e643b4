package io.github.lambdadb.frontend.java;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import io.github.lambdadb.ir.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Resolves the names of one file by its imports, its package and the known types. */
final class Names {
    private final String packageName;
    private final KnownTypes known;
    private final Scope scope;
    private final Map<String, String> imports = new HashMap<>();
    private final List<String> stars = new ArrayList<>();
    private final Map<String, List<String>> staticImports = new HashMap<>();
    private final List<String> staticStars = new ArrayList<>();
    private final Map<String, Optional<String>> answers = new HashMap<>();

    Names(CompilationUnit unit, String packageName, KnownTypes known, Scope scope) {
        this.packageName = packageName;
        this.known = known;
        this.scope = scope;
        unit.getImports().forEach(this::add);
    }

    Map<String, List<String>> staticImports() {
        return staticImports;
    }

    List<String> staticStarImports() {
        return staticStars;
    }

    KnownTypes known() {
        return known;
    }

    /** The type of that simple name; empty when nothing tells. */
    Optional<TypeName> simple(String name) {
        Optional<TypeName> inScope = scope.type(name);
        if (inScope.isPresent()) {
            return inScope;
        }
        Optional<String> ofFile = answers.get(name);
        if (ofFile == null) {
            ofFile = find(name);
            answers.put(name, ofFile);
        }
        return ofFile.or(() -> inherited(name)).map(TypeName::of);
    }

    /** The type that a written name means, simple or dotted, resolved if possible. */
    TypeName written(String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return simple(name).orElseGet(() -> TypeName.unresolved(name));
        }
        Optional<TypeName> head = startsLikeType(name) ? simple(name.substring(0, dot)) : Optional.empty();
        if (head.isPresent()) {
            return TypeName.of(head.get().name() + name.substring(dot));
        }
        return startsLikeType(name) ? TypeName.unresolved(name) : TypeName.of(name);
    }

    /** Whether a dotted name in an expression is a type: it is known, or it is spelled like package and type. */
    boolean isQualifiedType(String name) {
        int dot = name.lastIndexOf('.');
        String last = name.substring(dot + 1);
        if (dot < 0 || !startsLikeType(last)) {
            return false;
        }
        boolean hasLower = last.chars().anyMatch(Character::isLowerCase);
        return (hasLower && dot != name.indexOf('.')) || known.isType(name);
    }

    static boolean startsLikeType(String name) {
        return !name.isEmpty() && Character.isUpperCase(name.charAt(0));
    }

    private void add(ImportDeclaration declared) {
        String name = declared.getNameAsString();
        int dot = name.lastIndexOf('.');
        if (declared.isModule()) {
            ModuleLayer.boot()
                    .findModule(name)
                    .ifPresent(module -> module.getDescriptor().exports().stream()
                            .filter(exported -> !exported.isQualified())
                            .forEach(exported -> stars.add(exported.source())));
        } else if (declared.isStatic() && declared.isAsterisk()) {
            staticStars.add(name);
        } else if (declared.isStatic() && dot > 0) {
            staticImports
                    .computeIfAbsent(name.substring(dot + 1), key -> new ArrayList<>())
                    .add(name.substring(0, dot));
        } else if (declared.isAsterisk()) {
            stars.add(name);
        } else {
            imports.put(name.substring(dot + 1), name);
        }
    }

    private Optional<String> find(String name) {
        String imported = imports.get(name);
        if (imported != null) {
            return Optional.of(imported);
        }
        Set<String> candidates = new LinkedHashSet<>();
        candidates.add(packageName.isEmpty() ? name : packageName + "." + name);
        candidates.add("java.lang." + name);
        stars.forEach(star -> candidates.add(star + "." + name));
        staticImports.getOrDefault(name, List.of()).forEach(owner -> candidates.add(owner + "." + name));
        staticStars.forEach(star -> candidates.add(star + "." + name));
        return candidates.stream().filter(known::isType).findFirst().or(() -> fromTheOnlyUnknownPackage(name));
    }

    /** In code that compiles, a name that is nowhere else comes from the one imported package that nobody knows. */
    private Optional<String> fromTheOnlyUnknownPackage(String name) {
        List<String> unknown =
                stars.stream().filter(star -> !known.isPackage(star)).toList();
        boolean only = unknown.size() == 1 && staticStars.isEmpty() && startsLikeType(name);
        return only ? Optional.of(unknown.get(0) + "." + name) : Optional.empty();
    }

    /** A nested type that an enclosing type inherits from a direct supertype. */
    private Optional<String> inherited(String name) {
        if (!startsLikeType(name)) {
            return Optional.empty();
        }
        return scope.supertypes().stream()
                .map(supertype -> supertype.name() + "." + name)
                .filter(known::isType)
                .findFirst();
    }
}

package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.LibraryType;
import io.github.lambdadb.ir.Method;
import io.github.lambdadb.ir.Program;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.knowledge.CallModel;
import io.github.lambdadb.knowledge.Catalog;
import io.github.lambdadb.knowledge.SourceModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Questions about the type hierarchy of sources and libraries. */
final class Types {
    private final Program program;
    private final Catalog catalog;
    private final Map<String, TypeDecl> local = new HashMap<>();
    private final Map<HeapObject, String> refined = new HashMap<>();
    private final Map<String, List<String>> hierarchies = new HashMap<>();

    Types(Program program, Catalog catalog) {
        this.program = program;
        this.catalog = catalog;
    }

    /** Makes a local or anonymous class known, which no index has. */
    void register(TypeDecl type) {
        local.put(type.name(), type);
    }

    /** What is learnt later about the class of an object that a library made. */
    void refine(HeapObject object, String type) {
        refined.put(object, type);
    }

    String typeOf(HeapObject object) {
        return refined.getOrDefault(object, object.type());
    }

    /** The class as the sources have it; what a knowledge file describes is not run even where its source is in the tree. */
    Optional<TypeDecl> declaration(String name) {
        if (catalog.sourceOfType(name).isPresent() || catalog.call(name).isPresent()) {
            return Optional.empty();
        }
        return Optional.ofNullable(local.get(name)).or(() -> program.type(name));
    }

    /** The type itself and its supertypes, nearest first, as far as they are known; without {@code java.lang.Object}. */
    List<String> hierarchy(String type) {
        List<String> known = hierarchies.get(type);
        if (known == null) {
            known = walk(type);
            hierarchies.put(type, known);
        }
        return known;
    }

    private List<String> walk(String type) {
        Set<String> seen = new LinkedHashSet<>();
        List<String> queue = new ArrayList<>(List.of(type));
        while (!queue.isEmpty() && seen.size() < 200) {
            String next = queue.remove(0);
            if (!next.isEmpty() && !next.equals("java.lang.Object") && seen.add(next)) {
                queue.addAll(supertypes(next));
            }
        }
        return List.copyOf(seen);
    }

    private List<String> supertypes(String type) {
        Optional<TypeDecl> declared = declaration(type);
        if (declared.isPresent()) {
            List<String> names = new ArrayList<>();
            names.add(declared.get().superclass().name());
            declared.get().interfaces().forEach(name -> names.add(name.name()));
            return names;
        }
        Optional<LibraryType> library = program.library(type);
        if (library.isEmpty()) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        names.add(library.get().superclass());
        names.addAll(library.get().interfaces());
        return names;
    }

    /** Whether the sources or the class path have the type. */
    boolean isKnown(String type) {
        return declaration(type).isPresent() || program.library(type).isPresent();
    }

    boolean isSubtype(String type, String of) {
        return type.equals(of) || hierarchy(type).contains(of);
    }

    /** The product that the type, or the nearest supertype that a knowledge file describes, belongs to. */
    Optional<SourceModel> product(String type) {
        return first(type, catalog::sourceOfType);
    }

    /** The type of {@link #product} that the knowledge file describes. */
    Optional<String> productType(String type) {
        return hierarchy(type).stream()
                .filter(name -> catalog.sourceOfType(name).isPresent())
                .findFirst();
    }

    /** What the methods of the type mean, the nearest supertype first. */
    List<CallModel> calls(String type) {
        return hierarchy(type).stream()
                .flatMap(name -> catalog.call(name).stream())
                .toList();
    }

    private <T> Optional<T> first(String type, Function<String, Optional<T>> question) {
        return hierarchy(type).stream()
                .flatMap(name -> question.apply(name).stream())
                .findFirst();
    }

    /** The method that a call on an object of the class runs: the class, its superclasses, then default methods. */
    Optional<Method> find(TypeDecl type, String name, List<Term> arguments) {
        for (String candidate : hierarchy(type.name())) {
            Optional<Method> method =
                    declaration(candidate).flatMap(declared -> choose(declared, name, arguments, true));
            if (method.isPresent()) {
                return method;
            }
        }
        return Optional.empty();
    }

    /** The best overload that the class itself declares. */
    Optional<Method> choose(TypeDecl type, String name, List<Term> arguments, boolean withBody) {
        Method best = null;
        int bestScore = -1;
        for (Method method : type.methods(name)) {
            int score = !withBody || method.hasBody() ? score(method, arguments) : -1;
            if (score > bestScore) {
                best = method;
                bestScore = score;
            }
        }
        return Optional.ofNullable(best);
    }

    private int score(Method method, List<Term> arguments) {
        int fixed = method.parameters().size();
        if (fixed != arguments.size()) {
            return method.isVarargs() && arguments.size() >= fixed - 1 ? 0 : -1;
        }
        int score = 1;
        for (int i = 0; i < fixed; i++) {
            score += fits(arguments.get(i), method.parameters().get(i).type());
        }
        return Math.max(score, 0);
    }

    /** 3: certainly this type; 1: may be; -4: hardly. */
    private int fits(Term argument, TypeName parameter) {
        Optional<String> actual = typeOf(argument);
        if (actual.isEmpty() || !parameter.resolved()) {
            return 1;
        }
        String wanted = parameter.name();
        if (wanted.equals(actual.get()) || wanted.equals(Primitives.unboxed(actual.get()))) {
            return 3;
        }
        if (wanted.equals("java.lang.Object") || isSubtype(actual.get(), wanted)) {
            return 2;
        }
        return Primitives.isNumeric(wanted) && Primitives.isNumeric(actual.get()) ? 1 : -4;
    }

    /** The qualified type of a term, if it has one. */
    Optional<String> typeOf(Term term) {
        if (term instanceof Term.Constant constant) {
            return Optional.of(
                    constant.value() instanceof EnumConstant named
                            ? named.type()
                            : constant.value() instanceof Expressions.ClassName
                                    ? "java.lang.Class"
                                    : constant.value().getClass().getName());
        }
        if (term instanceof Term.Text) {
            return Optional.of("java.lang.String");
        }
        if (term instanceof Term.Test) {
            return Optional.of("java.lang.Boolean");
        }
        if (term instanceof Term.Reference reference) {
            return reference.object().isFunction()
                    ? Optional.empty()
                    : Optional.of(typeOf(reference.object())).filter(type -> !type.equals("?"));
        }
        if (term instanceof Term.Opaque opaque && opaque.type().resolved()) {
            return Optional.of(opaque.type().name());
        }
        return term instanceof Term.Choice choice
                ? choice.options().stream()
                        .flatMap(option -> typeOf(option).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** The return type of a library's method. */
    Optional<TypeName> returnType(String type, String method, int arguments) {
        return libraryMethods(type, method, arguments)
                .map(LibraryType.LibraryMethod::returnType)
                .findFirst();
    }

    /** The types that a library's methods of that name declare for the argument at that position; none if it is not known. */
    List<String> parameterTypes(String type, String method, int arguments, int position) {
        return libraryMethods(type, method, arguments)
                .filter(candidate -> position < candidate.parameters().size())
                .map(candidate -> candidate.parameters().get(position).name())
                .distinct()
                .toList();
    }

    private Stream<LibraryType.LibraryMethod> libraryMethods(String type, String method, int arguments) {
        return hierarchy(type).stream()
                .flatMap(name -> program.library(name).stream())
                .flatMap(library -> library.methods().stream())
                .filter(candidate -> candidate.name().equals(method)
                        && (candidate.parameters().size() == arguments || candidate.isVarargs()));
    }
}

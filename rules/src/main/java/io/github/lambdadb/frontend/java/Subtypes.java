package io.github.lambdadb.frontend.java;

import io.github.lambdadb.ir.LibraryType;
import io.github.lambdadb.ir.TypeDecl;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Finds the source types below a type: candidates from the bytes, the truth from the lowered files. */
final class Subtypes {
    private final KnownTypes known;
    private final SuperIndex supers;
    private final Function<SourceFile, FileLowering> lowered;
    private final Map<String, List<TypeDecl>> answers = new HashMap<>();

    Subtypes(KnownTypes known, SuperIndex supers, Function<SourceFile, FileLowering> lowered) {
        this.known = known;
        this.supers = supers;
        this.lowered = lowered;
    }

    List<TypeDecl> of(String name) {
        List<TypeDecl> answer = answers.get(name);
        if (answer == null) {
            answer = find(name);
            answers.put(name, answer);
        }
        return answer;
    }

    private List<TypeDecl> find(String name) {
        Set<String> wanted = new LinkedHashSet<>(List.of(name));
        Deque<String> open = new ArrayDeque<>(wanted);
        for (String library : libraryTypesBelow(name)) {
            if (wanted.add(library)) {
                open.add(library);
            }
        }
        Map<String, TypeDecl> found = new TreeMap<>();
        while (!open.isEmpty()) {
            String type = open.remove();
            for (TypeDecl below : direct(type)) {
                if (!below.name().equals(name)
                        && found.putIfAbsent(below.name(), below) == null
                        && wanted.add(below.name())) {
                    open.add(below.name());
                }
            }
        }
        return List.copyOf(found.values());
    }

    private List<TypeDecl> direct(String type) {
        String simple = type.substring(type.lastIndexOf('.') + 1);
        List<TypeDecl> found = new ArrayList<>();
        for (SourceFile file : supers.files(simple)) {
            for (TypeDecl declared : lowered.apply(file).types().values()) {
                boolean isBelow = declared.superclass().name().equals(type)
                        || declared.interfaces().stream()
                                .anyMatch(each -> each.name().equals(type));
                if (isBelow && !isAnonymous(declared)) {
                    found.add(declared);
                }
            }
        }
        return found;
    }

    private static boolean isAnonymous(TypeDecl type) {
        return type.simpleName().chars().allMatch(Character::isDigit);
    }

    /** The types of the class path that the sources extend and that are themselves below the type. */
    private Set<String> libraryTypesBelow(String name) {
        Set<String> below = new LinkedHashSet<>();
        if (known.libraries().type(name).isEmpty()) {
            // no class file can extend what no class file declares
            return below;
        }
        boolean isJdk = name.startsWith("java.");
        for (String candidate : supers.candidates().keySet()) {
            boolean mayBeBelow = isJdk || !candidate.startsWith("java.");
            if (mayBeBelow && !candidate.equals(name) && extend(candidate, name, new HashSet<>())) {
                below.add(candidate);
            }
        }
        return below;
    }

    private boolean extend(String type, String name, Set<String> seen) {
        if (type.equals(name)) {
            return true;
        }
        if (type.isEmpty() || !seen.add(type) || known.sources().kind(type).isPresent()) {
            return false;
        }
        return known.libraries()
                .type(type)
                .filter(library -> above(library, name, seen))
                .isPresent();
    }

    private boolean above(LibraryType library, String name, Set<String> seen) {
        return extend(library.superclass(), name, seen)
                || library.interfaces().stream().anyMatch(parent -> extend(parent, name, seen));
    }
}

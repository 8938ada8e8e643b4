package io.github.lambdadb.frontend.java;

import io.github.lambdadb.ir.TypeName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names that are in scope at one place of a file: blocks and types from the innermost outwards. */
final class Scope {
    /** What a simple name is, as far as one file tells. */
    enum Meaning {
        LOCAL,
        FIELD,
        UNKNOWN
    }

    /** One block or one type body. */
    private static final class Frame {
        private final String type;
        private final Set<String> locals = new HashSet<>();
        private final Set<String> fields = new HashSet<>();
        private final Map<String, String> types = new HashMap<>();
        private final Map<String, TypeName> variables = new HashMap<>();
        private final List<TypeName> supertypes = new ArrayList<>();

        Frame(String type) {
            this.type = type;
        }
    }

    private final Deque<Frame> frames = new ArrayDeque<>();

    Scope() {
        enter();
    }

    void enter() {
        frames.push(new Frame(""));
    }

    void enterType(String name) {
        frames.push(new Frame(name));
    }

    void leave() {
        frames.pop();
    }

    void local(String name) {
        frames.element().locals.add(name);
    }

    /** Declares names in the frame around the innermost one: bindings that outlive their statement. */
    void outerLocals(Set<String> names) {
        Frame inner = frames.pop();
        frames.element().locals.addAll(names);
        frames.push(inner);
    }

    Set<String> locals() {
        return Set.copyOf(frames.element().locals);
    }

    void field(String name) {
        frames.element().fields.add(name);
    }

    void type(String simpleName, String qualifiedName) {
        frames.element().types.put(simpleName, qualifiedName);
    }

    void variable(String name, TypeName bound) {
        frames.element().variables.put(name, bound);
    }

    void supertype(TypeName type) {
        frames.element().supertypes.add(type);
    }

    Meaning meaning(String name) {
        for (Frame frame : frames) {
            if (frame.locals.contains(name)) {
                return Meaning.LOCAL;
            }
            if (frame.fields.contains(name)) {
                return Meaning.FIELD;
            }
        }
        return Meaning.UNKNOWN;
    }

    /** A type variable, local type, nested type or enclosing type of that simple name. */
    Optional<TypeName> type(String simpleName) {
        for (Frame frame : frames) {
            TypeName variable = frame.variables.get(simpleName);
            if (variable != null) {
                return Optional.of(variable);
            }
            String type = frame.types.get(simpleName);
            if (type != null) {
                return Optional.of(TypeName.of(type));
            }
        }
        return Optional.empty();
    }

    /** The supertypes of the enclosing types, the innermost type first. */
    List<TypeName> supertypes() {
        return frames.stream().flatMap(frame -> frame.supertypes.stream()).toList();
    }

    /** The qualified name of the innermost type. */
    String ownType() {
        return frames.stream()
                .map(frame -> frame.type)
                .filter(type -> !type.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The enclosing type of that simple or qualified name, else the name itself. */
    String enclosing(String name) {
        return frames.stream()
                .map(frame -> frame.type)
                .filter(type -> type.equals(name) || type.endsWith("." + name))
                .findFirst()
                .orElse(name);
    }
}

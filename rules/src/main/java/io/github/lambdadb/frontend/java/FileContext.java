package io.github.lambdadb.frontend.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AnnotationExpr;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.source.SuppressionMark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the lowering of one file shares: its name, its scope, and the types and marks found so far. */
final class FileContext {
    private final String file;
    private final Scope scope;
    private final Names names;
    private final TypeNames types;
    private final Map<String, TypeDecl> lowered = new LinkedHashMap<>();
    private final List<SuppressionMark> marks = new ArrayList<>();
    private final Map<String, Integer> anonymous = new HashMap<>();

    FileContext(String file, Scope scope, Names names) {
        this.file = file;
        this.scope = scope;
        this.names = names;
        this.types = new TypeNames(names, scope);
    }

    Scope scope() {
        return scope;
    }

    Names names() {
        return names;
    }

    TypeNames types() {
        return types;
    }

    Map<String, TypeDecl> lowered() {
        return lowered;
    }

    List<SuppressionMark> marks() {
        return marks;
    }

    TypeDecl keep(TypeDecl type) {
        lowered.put(type.name(), type);
        return type;
    }

    void mark(AnnotationExpr annotation, Node declaration) {
        marks.addAll(SuppressionAnnotations.read(annotation, at(annotation), at(declaration)));
    }

    /** The name of the next anonymous class, or local class of that simple name, inside the type. */
    String localName(String outer, String simpleName) {
        String key = outer + "." + simpleName;
        return outer + "." + anonymous.merge(key, 1, Integer::sum) + simpleName;
    }

    Location at(Node node) {
        return NodePlace.of(file, node);
    }

    /** From the start of one node to the end of another. */
    Location span(Node first, Node last) {
        return NodePlace.span(file, first, last);
    }
}

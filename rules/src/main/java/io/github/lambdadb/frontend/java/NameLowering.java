package io.github.lambdadb.frontend.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.source.Location;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Decides what a simple or dotted name in an expression is: a local, a field or a type. */
final class NameLowering {
    /** A name of a dotted chain, and the node that ends with it. */
    private record Segment(String name, Node end) {}

    private final FileContext context;
    private final ExpressionLowering expressions;

    NameLowering(FileContext context, ExpressionLowering expressions) {
        this.context = context;
        this.expressions = expressions;
    }

    Expr simple(String name, Location at) {
        return switch (context.scope().meaning(name)) {
            case LOCAL -> new Expr.Local(name, at);
            case FIELD -> new Expr.Name(name, at);
            case UNKNOWN -> {
                Optional<TypeName> type =
                        Names.startsLikeType(name) ? context.names().simple(name) : Optional.empty();
                yield type.<Expr>map(known -> new Expr.Type(known, at)).orElseGet(() -> new Expr.Name(name, at));
            }
        };
    }

    Expr dotted(FieldAccessExpr access) {
        Deque<Segment> segments = new ArrayDeque<>();
        Expression head = access;
        while (head instanceof FieldAccessExpr part) {
            segments.push(new Segment(part.getNameAsString(), part));
            head = part.getScope();
        }
        if (head instanceof NameExpr name) {
            segments.push(new Segment(name.getNameAsString(), name));
            return chain(new ArrayList<>(segments));
        }
        Expr target = expressions.lower(head);
        return fields(target, new ArrayList<>(segments), 0);
    }

    /** A name before {@code ::}, which the parser takes for a type. */
    Expr dotted(ClassOrInterfaceType type) {
        Deque<Segment> segments = new ArrayDeque<>();
        for (Optional<ClassOrInterfaceType> part = Optional.of(type);
                part.isPresent();
                part = part.get().getScope()) {
            segments.push(new Segment(part.get().getNameAsString(), part.get()));
        }
        return chain(new ArrayList<>(segments));
    }

    private Expr chain(List<Segment> segments) {
        Segment first = segments.get(0);
        Expr head = simple(first.name(), context.at(first.end()));
        if (head instanceof Expr.Type type) {
            return nested(type.type().name(), segments, 1);
        }
        if (context.scope().meaning(first.name()) == Scope.Meaning.UNKNOWN && !Names.startsLikeType(first.name())) {
            StringBuilder prefix = new StringBuilder(first.name());
            for (int i = 1; i < segments.size(); i++) {
                prefix.append('.').append(segments.get(i).name());
                if (context.names().isQualifiedType(prefix.toString())) {
                    return nested(prefix.toString(), segments, i + 1);
                }
                if (Names.startsLikeType(segments.get(i).name())) {
                    break;
                }
            }
        }
        return fields(head, segments, 1);
    }

    /** Types nested in a type as far as they are known, then fields. */
    private Expr nested(String outermost, List<Segment> segments, int from) {
        String type = outermost;
        int i = from;
        while (i < segments.size()
                && Names.startsLikeType(segments.get(i).name())
                && context.names().known().isType(type + "." + segments.get(i).name())) {
            type = type + "." + segments.get(i).name();
            i++;
        }
        Location at = context.span(segments.get(0).end(), segments.get(i - 1).end());
        return fields(new Expr.Type(TypeName.of(type), at), segments, i);
    }

    private Expr fields(Expr target, List<Segment> segments, int from) {
        Expr result = target;
        for (Segment segment : segments.subList(from, segments.size())) {
            result = new Expr.FieldAccess(result, segment.name(), context.at(segment.end()));
        }
        return result;
    }
}

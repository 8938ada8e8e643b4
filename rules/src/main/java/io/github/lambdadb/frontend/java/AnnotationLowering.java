package io.github.lambdadb.frontend.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.TypeDecl;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lowers annotations, and notes the suppressions among them. */
final class AnnotationLowering {
    private final FileContext context;
    private final Lowering lowering;

    AnnotationLowering(FileContext context, Lowering lowering) {
        this.context = context;
        this.lowering = lowering;
    }

    List<TypeDecl.Annotation> of(NodeList<AnnotationExpr> annotations, Node declaration) {
        annotations.forEach(annotation -> context.mark(annotation, declaration));
        return annotations.stream().map(this::lower).toList();
    }

    private TypeDecl.Annotation lower(AnnotationExpr annotation) {
        Map<String, Expr> members = new LinkedHashMap<>();
        if (annotation instanceof SingleMemberAnnotationExpr single) {
            members.put("value", value(single.getMemberValue()));
        } else if (annotation instanceof NormalAnnotationExpr normal) {
            normal.getPairs().forEach(pair -> members.put(pair.getNameAsString(), value(pair.getValue())));
        }
        return new TypeDecl.Annotation(
                context.names().written(annotation.getNameAsString()), members, context.at(annotation));
    }

    private Expr value(Expression expression) {
        if (expression instanceof AnnotationExpr) {
            return new Expr.Opaque("An annotation inside an annotation", context.at(expression));
        }
        return lowering.expressions().lower(expression);
    }
}

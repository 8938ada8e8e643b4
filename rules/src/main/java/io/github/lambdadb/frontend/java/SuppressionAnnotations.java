package io.github.lambdadb.frontend.java;

import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.source.SuppressionMark;
import java.util.List;
import java.util.stream.Stream;

/** Reads the marks of {@code @SuppressWarnings("lambda-db:RULE")}. */
final class SuppressionAnnotations {
    private static final String PREFIX = "lambda-db:";
    private static final TokenAutomaton SCAN = new TokenAutomaton(List.of("\"" + PREFIX));

    private SuppressionAnnotations() {}

    /** Whether the bytes hold what every such annotation holds. */
    static boolean mayStandIn(SourceBytes bytes) {
        return SCAN.scan(bytes.bytes(), bytes.length()) != 0;
    }

    static List<SuppressionMark> read(AnnotationExpr annotation, Location at, Location declaration) {
        String name = annotation.getNameAsString();
        if (!name.equals("SuppressWarnings") && !name.equals("java.lang.SuppressWarnings")) {
            return List.of();
        }
        return values(annotation)
                .filter(StringLiteralExpr.class::isInstance)
                .map(value -> ((StringLiteralExpr) value).getValue())
                .filter(value -> value.startsWith(PREFIX))
                .map(value -> value.substring(PREFIX.length()).strip())
                .map(rule -> new SuppressionMark(
                        at,
                        SuppressionMark.Form.ANNOTATION,
                        rule,
                        "",
                        declaration.line(),
                        Math.max(declaration.line(), declaration.endLine())))
                .toList();
    }

    private static Stream<Expression> values(AnnotationExpr annotation) {
        if (annotation instanceof SingleMemberAnnotationExpr single) {
            return elements(single.getMemberValue());
        }
        if (annotation instanceof NormalAnnotationExpr normal) {
            return normal.getPairs().stream()
                    .filter(pair -> pair.getNameAsString().equals("value"))
                    .flatMap(pair -> elements(pair.getValue()));
        }
        return Stream.empty();
    }

    private static Stream<Expression> elements(Expression value) {
        return value instanceof ArrayInitializerExpr array ? array.getValues().stream() : Stream.of(value);
    }
}

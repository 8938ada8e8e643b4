package io.github.lambdadb.frontend.java;

import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.Stmt;
import io.github.lambdadb.source.Location;
import java.util.List;
import java.util.Optional;

/** Lombok's {@code @Cleanup} on a local variable: the rest of the block runs in a try statement that ends with the method. */
record Cleanup(String variable, String method) {
    private static final String CLOSE = "close";

    static Optional<Cleanup> of(Statement statement) {
        if (!(statement instanceof ExpressionStmt expression)
                || !(expression.getExpression() instanceof VariableDeclarationExpr declared)) {
            return Optional.empty();
        }
        return declared.getAnnotations().stream()
                .filter(annotation -> annotation.getName().getIdentifier().equals("Cleanup"))
                .findFirst()
                .flatMap(annotation -> declared.getVariables()
                        .getFirst()
                        .map(NodeWithSimpleName::getNameAsString)
                        .map(name -> new Cleanup(name, method(annotation))));
    }

    private static String method(AnnotationExpr annotation) {
        return annotation.isSingleMemberAnnotationExpr()
                ? annotation
                        .asSingleMemberAnnotationExpr()
                        .getMemberValue()
                        .toStringLiteralExpr()
                        .map(literal -> literal.asString())
                        .orElse(CLOSE)
                : CLOSE;
    }

    Stmt around(List<Stmt> rest, Location at) {
        Expr held = new Expr.Local(variable, at);
        Stmt.Block body = new Stmt.Block(rest, at);
        Stmt.Block nothing = new Stmt.Block(List.of(), at);
        if (method.equals(CLOSE)) {
            return new Stmt.Try(List.of(new Stmt.Evaluate(held, at)), body, List.of(), nothing, at);
        }
        Stmt ends = new Stmt.Evaluate(new Expr.Call(held, method, List.of(), at), at);
        return new Stmt.Try(List.of(), body, List.of(), new Stmt.Block(List.of(ends), at), at);
    }
}

package io.github.lambdadb.frontend.java;

import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.UnaryExpr;
import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.source.Location;
import java.util.ArrayDeque;
import java.util.Deque;

/** Lowers unary and binary operators and assignments. */
final class OperatorLowering {
    /** Long concatenations are code, but what walks the result is recursive: from here on literals are joined. */
    private static final int LONG_CHAIN = 64;

    private static final int LONGEST_CHAIN = 400;

    private final FileContext context;
    private final ExpressionLowering expressions;

    OperatorLowering(FileContext context, ExpressionLowering expressions) {
        this.context = context;
        this.expressions = expressions;
    }

    Expr binary(BinaryExpr outermost) {
        Deque<BinaryExpr> chain = new ArrayDeque<>();
        Expression left = outermost;
        while (left instanceof BinaryExpr part) {
            chain.push(part);
            left = part.getLeft();
        }
        boolean isLong = chain.size() > LONG_CHAIN;
        Expr result = expressions.lower(left);
        int length = 0;
        for (BinaryExpr part : chain) {
            Expr right = expressions.lower(part.getRight());
            Expr joined = isLong ? joined(result, part, right) : plain(result, part, right);
            length += joined instanceof Expr.Binary made && made.left() == result ? 1 : 0;
            if (length > LONGEST_CHAIN) {
                return new Expr.Opaque("The expression has too many operands", context.at(outermost));
            }
            result = joined;
        }
        return result;
    }

    Expr assign(AssignExpr assign) {
        Expr target = expressions.lower(assign.getTarget());
        Expr value = expressions.lower(assign.getValue());
        Location at = context.at(assign);
        Expr stored = assign.getOperator()
                .toBinaryOperator()
                .<Expr>map(operator -> new Expr.Binary(operator.asString(), target, value, at))
                .orElse(value);
        return new Expr.Assign(target, stored, at);
    }

    Expr unary(UnaryExpr unary) {
        Expr operand = expressions.lower(unary.getExpression());
        Location at = context.at(unary);
        return switch (unary.getOperator()) {
            case PREFIX_INCREMENT, POSTFIX_INCREMENT -> step("+", operand, at);
            case PREFIX_DECREMENT, POSTFIX_DECREMENT -> step("-", operand, at);
            default -> new Expr.Unary(unary.getOperator().asString(), operand, at);
        };
    }

    private static Expr step(String operator, Expr operand, Location at) {
        return new Expr.Assign(operand, new Expr.Binary(operator, operand, new Expr.Literal(1, at), at), at);
    }

    private Expr plain(Expr left, BinaryExpr operation, Expr right) {
        return new Expr.Binary(operation.getOperator().asString(), left, right, context.at(operation));
    }

    /** Joins a literal to the string literal that ends the left operand. */
    private Expr joined(Expr left, BinaryExpr operation, Expr right) {
        boolean isPlus = operation.getOperator() == BinaryExpr.Operator.PLUS;
        if (isPlus && right instanceof Expr.Literal added) {
            if (left instanceof Expr.Literal literal && literal.value() instanceof String text) {
                return new Expr.Literal(text + added.value(), literal.at());
            }
            if (left instanceof Expr.Binary sum
                    && sum.operator().equals("+")
                    && sum.right() instanceof Expr.Literal literal
                    && literal.value() instanceof String text) {
                return new Expr.Binary(
                        "+", sum.left(), new Expr.Literal(text + added.value(), literal.at()), context.at(operation));
            }
        }
        return plain(left, operation, right);
    }
}

package io.github.lambdadb.frontend.java;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import io.github.lambdadb.source.Location;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What stands around a place of a Java file, for those who change its text. */
public final class JavaOutline {
    private final String file;
    private final CompilationUnit unit;

    /** In which way an expression is used by the one around it. */
    public enum Role {
        /** An argument of a call or a construction. */
        ARGUMENT,
        /** What a variable or a field is set to, what is returned, or one of two alternatives. */
        VALUE,
        /** Anything else, such as what a method is called on. */
        OTHER
    }

    /**
     * An object that a created object is or is made of, which can be set up further by statements.
     *
     * @param name how the code calls it there
     * @param type its declared type as it is written, or what it was created as: {@code HikariConfig}
     * @param statement the statement that creates
     * @param isBefore whether it has to be set up before that statement, else after it
     */
    public record Settable(String name, String type, Location statement, boolean isBefore) {}

    private JavaOutline(String file, CompilationUnit unit) {
        this.file = file;
        this.unit = unit;
    }

    /** Empty for a text that is no Java, or too deep or too slow to parse. */
    public static Optional<JavaOutline> of(String file, String text) {
        GapLog gaps = new GapLog();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        SourceFile source = new SourceFile(file, Path.of(file), true, "", 0, false);
        return new SourceParser(gaps)
                .parse(source, bytes, bytes.length)
                .filter(unit -> gaps.list().isEmpty())
                .map(unit -> new JavaOutline(file, unit));
    }

    /**
     * How a literal is used, alone or as the end of a sum.
     *
     * @param role that of the whole sum
     * @param call the method whose argument it is, else empty
     */
    public record Use(Role role, String call) {}

    /** How the literal of exactly that range is used, if nothing is put behind it; a literal of several lines is none. */
    public Optional<Use> use(Location literal) {
        return expression(literal)
                .filter(each -> each.isLiteralExpr() && !each.isTextBlockLiteralExpr())
                .flatMap(JavaOutline::sum)
                .map(sum -> new Use(role(sum), call(sum)));
    }

    private static String call(Expression argument) {
        return argument.getParentNode().orElse(argument) instanceof MethodCallExpr call ? call.getNameAsString() : "";
    }

    /** What the literal of exactly that range means, without its escapes and quotes; empty for anything else. */
    public Optional<String> text(Location literal) {
        return expression(literal).flatMap(Expression::toStringLiteralExpr).map(StringLiteralExpr::asString);
    }

    /**
     * A question without arguments.
     *
     * @param object what is asked
     * @param whole with the {@code !} in front of it if there is one
     */
    public record Question(Location object, Location whole, boolean isNegated) {}

    /** The call of a method without arguments that stands there, from its name to its end. */
    public Optional<Question> question(Location call) {
        return unit.findAll(MethodCallExpr.class).stream()
                .filter(each -> each.getArguments().isEmpty() && each.getScope().isPresent())
                // calls are told without what they are called on
                .filter(each -> NodePlace.span(file, each.getName(), each).equals(call))
                .findFirst()
                .map(this::question);
    }

    private Question question(MethodCallExpr call) {
        Optional<Node> negation = call.getParentNode()
                .filter(parent -> parent instanceof UnaryExpr unary
                        && unary.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT);
        return new Question(at(call.getScope().orElseThrow()), at(negation.orElse(call)), negation.isPresent());
    }

    /** What can be set up of the object that is created there, what it is made of first. */
    public List<Settable> settables(Location creation) {
        return unit.findAll(ObjectCreationExpr.class).stream()
                .filter(each -> at(each).equals(creation))
                .findFirst()
                .map(each -> new Creation(each, this::at).settables())
                .orElse(List.of());
    }

    /** The largest sum that ends with the expression; empty if something is put behind it. */
    private static Optional<Expression> sum(Expression expression) {
        Expression largest = expression;
        while (largest.getParentNode().orElse(null) instanceof Expression parent
                && (isSum(parent) || parent instanceof EnclosedExpr)) {
            if (parent instanceof BinaryExpr binary && !isSame(binary.getRight(), largest)) {
                return Optional.empty();
            }
            largest = parent;
        }
        return Optional.of(largest);
    }

    private static boolean isSum(Node node) {
        return node instanceof BinaryExpr binary && binary.getOperator() == BinaryExpr.Operator.PLUS;
    }

    private static Role role(Expression expression) {
        Node parent = expression.getParentNode().orElse(expression);
        boolean isArgument =
                (parent instanceof MethodCallExpr call && call.getArguments().contains(expression))
                        || parent instanceof ObjectCreationExpr;
        if (isArgument) {
            return Role.ARGUMENT;
        }
        boolean isValue = parent instanceof VariableDeclarator
                || parent instanceof AssignExpr
                || parent instanceof ReturnStmt
                || (parent instanceof ConditionalExpr conditional && !isSame(conditional.getCondition(), expression));
        return isValue ? Role.VALUE : Role.OTHER;
    }

    /** Nodes of the same text are equal, wherever they stand. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Node one, Node other) {
        return one == other;
    }

    private Optional<Expression> expression(Location range) {
        return unit.findAll(Expression.class).stream()
                .filter(each -> at(each).equals(range))
                .findFirst();
    }

    private Location at(Node node) {
        return NodePlace.of(file, node);
    }
}

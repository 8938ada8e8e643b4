package io.github.lambdadb.frontend.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import io.github.lambdadb.frontend.java.JavaOutline.Settable;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One creation of an object, and the variables by which statements around it can set it up. */
record Creation(ObjectCreationExpr creation, Function<Node, Location> at) {
    List<Settable> settables() {
        Optional<Statement> statement = statement();
        if (statement.isEmpty()) {
            return List.of();
        }
        List<Settable> all = new ArrayList<>();
        for (Expression argument : creation.getArguments()) {
            name(argument)
                    .flatMap(name -> type(name)
                            .map(type -> new Settable(argument.toString(), type, at.apply(statement.get()), true)))
                    .ifPresent(all::add);
        }
        holder().filter(held -> statement.get() instanceof ExpressionStmt)
                .map(held -> new Settable(held.name(), held.type(), at.apply(statement.get()), false))
                .ifPresent(all::add);
        return all;
    }

    private record Held(String name, String type) {}

    private Optional<Held> holder() {
        Node parent = creation.getParentNode().orElse(creation);
        if (parent instanceof VariableDeclarator variable) {
            return Optional.of(new Held(variable.getNameAsString(), type(variable)));
        }
        if (parent instanceof AssignExpr assignment) {
            return name(assignment.getTarget())
                    .flatMap(name -> type(name))
                    .map(type -> new Held(assignment.getTarget().toString(), type));
        }
        return Optional.empty();
    }

    /** The simple name of a local variable or of a field of this object. */
    private static Optional<String> name(Expression expression) {
        if (expression instanceof NameExpr name) {
            return Optional.of(name.getNameAsString());
        }
        if (expression instanceof FieldAccessExpr access && access.getScope().isThisExpr()) {
            return Optional.of(access.getNameAsString());
        }
        return Optional.empty();
    }

    /** The type of the variable, parameter or field of that name that is declared nearest above. */
    private Optional<String> type(String name) {
        Node scope = creation;
        while (scope.getParentNode().isPresent()) {
            scope = scope.getParentNode().get();
            Optional<String> type = declaredIn(scope, name);
            if (type.isPresent()) {
                return type;
            }
        }
        return Optional.empty();
    }

    private Optional<String> declaredIn(Node scope, String name) {
        if (scope instanceof BlockStmt block) {
            return block.getStatements().stream()
                    .filter(statement -> statement instanceof ExpressionStmt && isBefore(statement, creation))
                    .flatMap(statement ->
                            ((ExpressionStmt) statement).getExpression().toVariableDeclarationExpr().stream())
                    .flatMap(declaration -> declaration.getVariables().stream())
                    .filter(variable -> variable.getNameAsString().equals(name))
                    .map(Creation::type)
                    .findFirst();
        }
        if (scope instanceof CallableDeclaration<?> method) {
            return method.getParameters().stream()
                    .filter(parameter -> parameter.getNameAsString().equals(name))
                    .map(Parameter::getTypeAsString)
                    .findFirst();
        }
        if (scope instanceof TypeDeclaration<?> type) {
            return type.getFields().stream()
                    .flatMap(field -> field.getVariables().stream())
                    .filter(variable -> variable.getNameAsString().equals(name))
                    .map(Creation::type)
                    .findFirst();
        }
        return Optional.empty();
    }

    private static boolean isBefore(Node one, Node other) {
        return one.getBegin()
                .flatMap(begin -> other.getBegin().map(begin::isBefore))
                .orElse(false);
    }

    private static String type(VariableDeclarator variable) {
        boolean isInferred = variable.getType().isVarType();
        return isInferred
                ? variable.getInitializer()
                        .flatMap(Expression::toObjectCreationExpr)
                        .map(creation -> creation.getTypeAsString())
                        .orElse("")
                : variable.getTypeAsString();
    }

    /** The statement of a block that the expression is part of, if nothing runs it at another time. */
    private Optional<Statement> statement() {
        Node part = creation;
        while (part.getParentNode().isPresent()) {
            if (part instanceof LambdaExpr || part instanceof BodyDeclaration<?>) {
                return Optional.empty();
            }
            if (part instanceof Statement statement) {
                boolean isPlain = statement instanceof ExpressionStmt || statement instanceof ReturnStmt;
                return isPlain && statement.getParentNode().orElseThrow() instanceof BlockStmt
                        ? Optional.of(statement)
                        : Optional.empty();
            }
            part = part.getParentNode().get();
        }
        return Optional.empty();
    }
}

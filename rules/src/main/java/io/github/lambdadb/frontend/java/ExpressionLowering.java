package io.github.lambdadb.frontend.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.Stmt;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.List;

/** Lowers expressions. */
final class ExpressionLowering {
    /** Deeper nesting is no code that a person wrote, and would overflow the stack of what walks the result. */
    private static final int DEEPEST = 200;

    private final FileContext context;
    private final Lowering lowering;
    private final NameLowering names;
    private final OperatorLowering operators;
    private int depth;

    ExpressionLowering(FileContext context, Lowering lowering) {
        this.context = context;
        this.lowering = lowering;
        this.names = new NameLowering(context, this);
        this.operators = new OperatorLowering(context, this);
    }

    Expr lower(Expression expression) {
        if (depth >= DEEPEST) {
            return new Expr.Opaque("The expression is nested too deeply", context.at(expression));
        }
        depth++;
        Expr lowered = dispatch(expression);
        depth--;
        return lowered;
    }

    List<Expr> lower(NodeList<Expression> expressions) {
        List<Expr> lowered = new ArrayList<>();
        expressions.forEach(expression -> lowered.add(lower(expression)));
        return lowered;
    }

    /** An initialiser of a variable of that type: only the type tells what a bare array initialiser makes. */
    Expr initializer(Expression expression, TypeName type) {
        if (!(expression instanceof ArrayInitializerExpr array)) {
            return lower(expression);
        }
        TypeName made = type.dimensions() == 0 ? TypeNames.array(type, 1) : type;
        List<Expr> elements = new ArrayList<>();
        for (Expression element : array.getValues()) {
            elements.add(depth >= DEEPEST ? lower(element) : nested(element, made.element()));
        }
        return new Expr.NewArray(made, elements, context.at(array));
    }

    private Expr nested(Expression element, TypeName type) {
        depth++;
        Expr lowered = initializer(element, type);
        depth--;
        return lowered;
    }

    private Expr dispatch(Expression e) {
        if (e instanceof NameExpr name) {
            return names.simple(name.getNameAsString(), context.at(e));
        }
        if (e instanceof MethodCallExpr call) {
            return call(call);
        }
        if (e instanceof FieldAccessExpr access) {
            return names.dotted(access);
        }
        if (e instanceof LiteralExpr literal) {
            return Literals.of(literal, context.at(e));
        }
        if (e instanceof ObjectCreationExpr creation) {
            return creation(creation);
        }
        if (e instanceof EnclosedExpr enclosed) {
            return lower(enclosed.getInner());
        }
        if (e.isBinaryExpr()) {
            return operators.binary(e.asBinaryExpr());
        }
        if (e instanceof AssignExpr assign) {
            return operators.assign(assign);
        }
        if (e instanceof UnaryExpr unary) {
            return operators.unary(unary);
        }
        return functional(e);
    }

    private Expr functional(Expression e) {
        if (e instanceof LambdaExpr lambda) {
            return lambda(lambda);
        }
        if (e instanceof MethodReferenceExpr reference) {
            return new Expr.MethodReference(scope(reference.getScope()), reference.getIdentifier(), context.at(e));
        }
        if (e instanceof ThisExpr self) {
            String type = self.getTypeName()
                    .map(name -> context.scope().enclosing(name.asString()))
                    .orElseGet(context.scope()::ownType);
            return new Expr.This(type, context.at(e));
        }
        if (e instanceof SuperExpr) {
            return new Expr.Super(context.at(e));
        }
        if (e instanceof TypeExpr type) {
            return scope(type);
        }
        if (e instanceof ClassExpr type) {
            return new Expr.ClassLiteral(context.types().of(type.getType()), context.at(e));
        }
        return compound(e);
    }

    private Expr compound(Expression e) {
        Location at = context.at(e);
        if (e instanceof ConditionalExpr conditional) {
            return new Expr.Conditional(
                    lower(conditional.getCondition()),
                    lower(conditional.getThenExpr()),
                    lower(conditional.getElseExpr()),
                    at);
        }
        if (e instanceof CastExpr cast) {
            return new Expr.Cast(context.types().of(cast.getType()), lower(cast.getExpression()), at);
        }
        if (e instanceof InstanceOfExpr test) {
            return instanceOf(test);
        }
        if (e instanceof SwitchExpr choice) {
            return lowering.switches().expression(choice);
        }
        if (e instanceof ArrayAccessExpr access) {
            return new Expr.Index(lower(access.getName()), lower(access.getIndex()), at);
        }
        if (e instanceof ArrayCreationExpr array) {
            return array(array);
        }
        if (e instanceof ArrayInitializerExpr array) {
            return initializer(array, TypeNames.array(TypeName.OBJECT, 1));
        }
        return new Expr.Opaque("The expression is of a kind that is not lowered", at);
    }

    private Expr call(MethodCallExpr call) {
        Node name = call.getName();
        Expr target = call.getScope().map(this::lower).orElseGet(() -> new Expr.Implicit(context.at(name)));
        return new Expr.Call(target, call.getNameAsString(), lower(call.getArguments()), context.span(name, call));
    }

    private Expr creation(ObjectCreationExpr creation) {
        Location at = context.at(creation);
        Expr outer = creation.getScope().map(this::lower).orElseGet(() -> new Expr.Implicit(at));
        TypeName type = context.types().of(creation.getType());
        List<Expr> arguments = lower(creation.getArguments());
        List<TypeDecl> body = new ArrayList<>();
        creation.getAnonymousClassBody()
                .ifPresent(members -> body.add(lowering.declarations().anonymous(type, members, at)));
        return new Expr.New(outer, type, arguments, body, at);
    }

    private Expr array(ArrayCreationExpr array) {
        TypeName type = TypeNames.array(
                context.types().of(array.getElementType()), array.getLevels().size());
        return array.getInitializer()
                .map(values -> initializer(values, type))
                .orElseGet(() -> new Expr.NewArray(type, List.of(), context.at(array)));
    }

    private Expr lambda(LambdaExpr lambda) {
        Location at = context.at(lambda);
        List<String> parameters = new ArrayList<>();
        context.scope().enter();
        lambda.getParameters().forEach(parameter -> {
            parameters.add(parameter.getNameAsString());
            context.scope().local(parameter.getNameAsString());
        });
        Stmt.Block body = lambda.getExpressionBody()
                .map(value -> lowering.statements().returning(value))
                .orElseGet(() -> lowering.statements().block(lambda.getBody()));
        context.scope().leave();
        return new Expr.Lambda(parameters, body, at);
    }

    private Expr instanceOf(InstanceOfExpr test) {
        Expr operand = lower(test.getExpression());
        Location at = context.at(test);
        if (test.getPattern().isEmpty()) {
            return new Expr.InstanceOf(operand, context.types().of(test.getType()), "", at);
        }
        return lowering.patterns().test(operand, test.getPattern().get(), at);
    }

    /** What stands before {@code ::}; the parser takes plain names there for types. */
    private Expr scope(Expression scope) {
        if (!(scope instanceof TypeExpr type)) {
            return lower(scope);
        }
        if (type.getType().isClassOrInterfaceType()
                && type.getType().asClassOrInterfaceType().getTypeArguments().isEmpty()) {
            return names.dotted(type.getType().asClassOrInterfaceType());
        }
        return new Expr.Type(context.types().of(type.getType()), context.at(scope));
    }
}

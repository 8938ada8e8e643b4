package io.github.lambdadb.frontend.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.Stmt;
import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lowers statements. */
final class StatementLowering {
    private static final int DEEPEST = 200;

    private final FileContext context;
    private final Lowering lowering;
    private final LoopLowering loops;
    private int depth;

    StatementLowering(FileContext context, Lowering lowering) {
        this.context = context;
        this.lowering = lowering;
        this.loops = new LoopLowering(context, lowering);
    }

    /** The statement as a block with a scope of its own. */
    Stmt.Block block(Statement statement) {
        List<Stmt> body = new ArrayList<>();
        context.scope().enter();
        if (statement instanceof BlockStmt block) {
            sequence(block.getStatements(), body);
        } else {
            lower(statement, body);
        }
        context.scope().leave();
        return new Stmt.Block(body, context.at(statement));
    }

    /** Statements in order; what Lombok cleans up is closed after those that follow it. */
    private void sequence(List<Statement> statements, List<Stmt> out) {
        for (int i = 0; i < statements.size(); i++) {
            lower(statements.get(i), out);
            Optional<Cleanup> cleanup = Cleanup.of(statements.get(i));
            if (cleanup.isPresent()) {
                List<Stmt> rest = new ArrayList<>();
                sequence(statements.subList(i + 1, statements.size()), rest);
                out.add(cleanup.get().around(rest, context.at(statements.get(i))));
                return;
            }
        }
    }

    /** A block that returns the value. */
    Stmt.Block returning(Expression value) {
        Expr result = lowering.expressions().lower(value);
        List<Stmt> body = new ArrayList<>(lowering.patterns().declarations());
        body.add(new Stmt.Return(result, result.at()));
        return new Stmt.Block(body, context.at(value));
    }

    Stmt.Block emptyBlock(Node near) {
        return new Stmt.Block(List.of(), context.at(near));
    }

    /** Appends what the statement is lowered to. */
    void lower(Statement statement, List<Stmt> out) {
        if (depth >= DEEPEST) {
            Location at = context.at(statement);
            out.add(new Stmt.Evaluate(new Expr.Opaque("The statement is nested too deeply", at), at));
            return;
        }
        depth++;
        List<Stmt> ofOuter = lowering.patterns().declarations();
        List<Stmt> lowered = new ArrayList<>();
        dispatch(statement, lowered);
        out.addAll(lowering.patterns().declarations());
        out.addAll(lowered);
        lowering.patterns().restore(ofOuter);
        depth--;
    }

    private void dispatch(Statement s, List<Stmt> out) {
        Location at = context.at(s);
        if (s instanceof ExpressionStmt statement) {
            expression(statement.getExpression(), out, at);
        } else if (s instanceof ReturnStmt statement) {
            out.add(new Stmt.Return(optional(statement.getExpression(), at), at));
        } else if (s instanceof IfStmt statement) {
            choice(statement, out);
        } else if (s instanceof BlockStmt statement) {
            out.add(block(statement));
        } else if (s instanceof ThrowStmt statement) {
            out.add(new Stmt.Throw(lowering.expressions().lower(statement.getExpression()), at));
        } else if (s instanceof TryStmt statement) {
            out.add(attempt(statement));
        } else if (s instanceof SwitchStmt statement) {
            out.add(lowering.switches().statement(statement));
        } else if (s instanceof YieldStmt statement) {
            out.add(new Stmt.Yield(lowering.expressions().lower(statement.getExpression()), at));
        } else if (s instanceof BreakStmt statement) {
            out.add(new Stmt.Jump(false, label(statement.getLabel()), at));
        } else if (s instanceof ContinueStmt statement) {
            out.add(new Stmt.Jump(true, label(statement.getLabel()), at));
        } else if (!loops.lower(s, out)) {
            rare(s, out, at);
        }
    }

    private void rare(Statement s, List<Stmt> out, Location at) {
        if (s instanceof ExplicitConstructorInvocationStmt invocation) {
            out.add(new Stmt.Evaluate(constructor(invocation, at), at));
        } else if (s instanceof LocalClassDeclarationStmt local) {
            out.add(new Stmt.DeclareType(lowering.declarations().local(local.getClassDeclaration()), at));
        } else if (s instanceof LocalRecordDeclarationStmt local) {
            out.add(new Stmt.DeclareType(lowering.declarations().local(local.getRecordDeclaration()), at));
        } else if (s instanceof SynchronizedStmt statement) {
            synchronizedBlock(statement, out);
        } else if (s instanceof LabeledStmt labeled) {
            List<Stmt> body = new ArrayList<>();
            lower(labeled.getStatement(), body);
            out.add(new Stmt.Block(body, at));
        } else if (!s.isAssertStmt() && !s.isEmptyStmt()) {
            out.add(new Stmt.Evaluate(new Expr.Opaque("The statement is of a kind that is not lowered", at), at));
        }
    }

    void expression(Expression e, List<Stmt> out, Location at) {
        if (e instanceof VariableDeclarationExpr declaration) {
            declaration.getAnnotations().forEach(annotation -> context.mark(annotation, declaration));
            declaration.getVariables().forEach(variable -> out.add(declare(variable)));
        } else {
            out.add(new Stmt.Evaluate(lowering.expressions().lower(e), at));
        }
    }

    private Stmt declare(VariableDeclarator variable) {
        TypeName type = context.types().of(variable.getType());
        Location at = context.at(variable);
        // a lambda may mention the variable that it initialises
        context.scope().local(variable.getNameAsString());
        Expr value = variable.getInitializer()
                .map(initializer -> lowering.expressions().initializer(initializer, type))
                .orElseGet(() -> new Expr.Nothing(at));
        return new Stmt.Declare(variable.getNameAsString(), type, value, at);
    }

    private void choice(IfStmt statement, List<Stmt> out) {
        context.scope().enter();
        Expr condition = lowering.expressions().lower(statement.getCondition());
        Set<String> bindings = context.scope().locals();
        Stmt.Block whenTrue = block(statement.getThenStmt());
        Stmt.Block whenFalse =
                statement.getElseStmt().map(this::block).orElseGet(() -> emptyBlock(statement.getThenStmt()));
        if (leaves(whenTrue) || leaves(whenFalse)) {
            context.scope().outerLocals(bindings);
        }
        context.scope().leave();
        out.add(new Stmt.If(condition, whenTrue, whenFalse, context.at(statement)));
    }

    /** Whether control does not go on behind the block: then bindings of the condition stay in scope. */
    private static boolean leaves(Stmt.Block block) {
        if (block.statements().isEmpty()) {
            return false;
        }
        Stmt last = block.statements().get(block.statements().size() - 1);
        return last instanceof Stmt.Return
                || last instanceof Stmt.Throw
                || last instanceof Stmt.Jump
                || last instanceof Stmt.Yield;
    }

    private Stmt attempt(TryStmt statement) {
        context.scope().enter();
        List<Stmt> resources = new ArrayList<>();
        statement.getResources().forEach(resource -> expression(resource, resources, context.at(resource)));
        Stmt.Block body = block(statement.getTryBlock());
        context.scope().leave();
        List<Stmt.Catch> catches = new ArrayList<>();
        statement.getCatchClauses().forEach(clause -> {
            String name = clause.getParameter().getNameAsString();
            List<TypeName> types =
                    context.types().alternatives(clause.getParameter().getType());
            context.scope().enter();
            context.scope().local(name);
            catches.add(new Stmt.Catch(types, name, block(clause.getBody()), context.at(clause)));
            context.scope().leave();
        });
        Stmt.Block last =
                statement.getFinallyBlock().map(this::block).orElseGet(() -> emptyBlock(statement.getTryBlock()));
        return new Stmt.Try(resources, body, catches, last, context.at(statement));
    }

    private Expr constructor(ExplicitConstructorInvocationStmt invocation, Location at) {
        Expr target = invocation.isThis() ? new Expr.This(context.scope().ownType(), at) : new Expr.Super(at);
        List<Expr> arguments = lowering.expressions().lower(invocation.getArguments());
        return new Expr.Call(target, "<init>", arguments, at);
    }

    private void synchronizedBlock(SynchronizedStmt statement, List<Stmt> out) {
        Expr lock = lowering.expressions().lower(statement.getExpression());
        out.add(new Stmt.Synchronized(lock, block(statement.getBody()), context.at(statement)));
    }

    private Expr optional(Optional<Expression> expression, Location at) {
        return expression.map(lowering.expressions()::lower).orElseGet(() -> new Expr.Nothing(at));
    }

    private static String label(Optional<SimpleName> label) {
        return label.map(SimpleName::asString).orElse("");
    }
}

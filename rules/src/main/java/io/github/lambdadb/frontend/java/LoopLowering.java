package io.github.lambdadb.frontend.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.WhileStmt;
import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lowers the loops. */
final class LoopLowering {
    private final FileContext context;
    private final Lowering lowering;

    LoopLowering(FileContext context, Lowering lowering) {
        this.context = context;
        this.lowering = lowering;
    }

    /** Whether the statement is a loop; then it is appended. */
    boolean lower(Statement statement, List<Stmt> out) {
        if (statement instanceof ForEachStmt loop) {
            out.add(forEach(loop));
        } else if (statement instanceof ForStmt loop) {
            out.add(forLoop(loop));
        } else if (statement instanceof WhileStmt loop) {
            out.add(whileLoop(loop));
        } else if (statement instanceof DoStmt loop) {
            out.add(doLoop(loop));
        } else {
            return false;
        }
        return true;
    }

    private Stmt forEach(ForEachStmt loop) {
        Expr iterable = lowering.expressions().lower(loop.getIterable());
        VariableDeclarator variable = loop.getVariableDeclarator();
        context.scope().enter();
        context.scope().local(variable.getNameAsString());
        Stmt.Block body = lowering.statements().block(loop.getBody());
        context.scope().leave();
        return new Stmt.ForEach(
                variable.getNameAsString(), context.types().of(variable.getType()), iterable, body, context.at(loop));
    }

    private Stmt forLoop(ForStmt loop) {
        context.scope().enter();
        List<Stmt> initial = new ArrayList<>();
        loop.getInitialization().forEach(each -> lowering.statements().expression(each, initial, context.at(each)));
        Expr condition = loop.getCompare()
                .map(lowering.expressions()::lower)
                .orElseGet(() -> new Expr.Literal(true, context.at(loop)));
        List<Stmt> update = new ArrayList<>();
        for (Expression each : loop.getUpdate()) {
            lowering.statements().expression(each, update, context.at(each));
        }
        Stmt.Block body = lowering.statements().block(loop.getBody());
        context.scope().leave();
        return new Stmt.Loop(block(initial, loop), condition, block(update, loop), body, true, context.at(loop));
    }

    private Stmt whileLoop(WhileStmt loop) {
        context.scope().enter();
        Expr condition = lowering.expressions().lower(loop.getCondition());
        Set<String> bindings = context.scope().locals();
        Stmt.Block body = lowering.statements().block(loop.getBody());
        // "while (!(x instanceof T t))" leaves t in scope behind the loop
        context.scope().outerLocals(bindings);
        context.scope().leave();
        return new Stmt.Loop(block(List.of(), loop), condition, block(List.of(), loop), body, true, context.at(loop));
    }

    private Stmt doLoop(DoStmt loop) {
        Stmt.Block body = lowering.statements().block(loop.getBody());
        Expr condition = lowering.expressions().lower(loop.getCondition());
        return new Stmt.Loop(block(List.of(), loop), condition, block(List.of(), loop), body, false, context.at(loop));
    }

    private Stmt.Block block(List<Stmt> statements, Node near) {
        return new Stmt.Block(statements, context.at(near));
    }
}

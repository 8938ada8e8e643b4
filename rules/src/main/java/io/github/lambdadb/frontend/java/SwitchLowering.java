package io.github.lambdadb.frontend.java;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.Stmt;
import java.util.ArrayList;
import java.util.List;

/** Lowers switch statements and expressions, old and arrow style, with patterns. */
final class SwitchLowering {
    private final FileContext context;
    private final Lowering lowering;

    SwitchLowering(FileContext context, Lowering lowering) {
        this.context = context;
        this.lowering = lowering;
    }

    Expr expression(SwitchExpr choice) {
        Expr selector = lowering.expressions().lower(choice.getSelector());
        return new Expr.Switch(selector, cases(choice.getEntries(), true), context.at(choice));
    }

    Stmt statement(SwitchStmt choice) {
        Expr selector = lowering.expressions().lower(choice.getSelector());
        return new Stmt.Switch(selector, cases(choice.getEntries(), false), context.at(choice));
    }

    private List<Stmt.Case> cases(List<SwitchEntry> entries, boolean yields) {
        List<Stmt.Case> cases = new ArrayList<>();
        // old-style groups share one scope; the bindings of patterns do no harm there
        context.scope().enter();
        entries.forEach(entry -> cases.add(one(entry, yields)));
        context.scope().leave();
        return cases;
    }

    private Stmt.Case one(SwitchEntry entry, boolean yields) {
        boolean isArrow = entry.getType() != SwitchEntry.Type.STATEMENT_GROUP;
        if (isArrow) {
            context.scope().enter();
        }
        List<Expr> labels = new ArrayList<>();
        entry.getLabels().forEach(label -> labels.add(label(label)));
        List<Stmt> body = new ArrayList<>(lowering.patterns().declarations());
        entry.getGuard().ifPresent(guard -> {
            Expr condition = lowering.expressions().lower(guard);
            body.addAll(lowering.patterns().declarations());
            body.add(new Stmt.Evaluate(condition, condition.at()));
        });
        for (Statement statement : entry.getStatements()) {
            if (yields && isArrow && statement instanceof ExpressionStmt value) {
                Expr result = lowering.expressions().lower(value.getExpression());
                body.addAll(lowering.patterns().declarations());
                body.add(new Stmt.Yield(result, context.at(statement)));
            } else {
                lowering.statements().lower(statement, body);
            }
        }
        if (isArrow) {
            context.scope().leave();
        }
        boolean isDefault = entry.isDefault() || entry.getLabels().isEmpty();
        return new Stmt.Case(labels, isDefault, isArrow, new Stmt.Block(body, context.at(entry)), context.at(entry));
    }

    private Expr label(Expression label) {
        if (label instanceof NameExpr name) {
            return new Expr.Name(name.getNameAsString(), context.at(label));
        }
        if (label instanceof PatternExpr pattern) {
            return lowering.patterns().test(new Expr.Nothing(context.at(label)), pattern, context.at(label));
        }
        return lowering.expressions().lower(label);
    }
}

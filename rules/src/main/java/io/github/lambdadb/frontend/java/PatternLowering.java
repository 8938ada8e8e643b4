package io.github.lambdadb.frontend.java;

import com.github.javaparser.ast.expr.ComponentPatternExpr;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.Stmt;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.List;

/** Lowers patterns; the components of record patterns become opaque variables. */
final class PatternLowering {
    private static final int DEEPEST = 60;

    private final FileContext context;
    private final List<Stmt> pending = new ArrayList<>();

    PatternLowering(FileContext context) {
        this.context = context;
    }

    Expr test(Expr operand, PatternExpr pattern, Location at) {
        if (pattern instanceof TypePatternExpr type) {
            String binding = type.getNameAsString();
            context.scope().local(binding);
            return new Expr.InstanceOf(operand, context.types().of(type.getType()), binding, at);
        }
        if (pattern instanceof RecordPatternExpr record) {
            record.getPatternList().forEach(component -> declare(component, 0));
        }
        return new Expr.InstanceOf(operand, context.types().of(pattern.getType()), "", at);
    }

    /** The declarations of components since the last call; they belong before the statement that holds the pattern. */
    List<Stmt> declarations() {
        List<Stmt> taken = List.copyOf(pending);
        pending.clear();
        return taken;
    }

    /** Puts back declarations that belong to a statement further out. */
    void restore(List<Stmt> declarations) {
        pending.addAll(0, declarations);
    }

    private void declare(ComponentPatternExpr component, int depth) {
        if (component instanceof TypePatternExpr type && !type.getNameAsString().equals("_")) {
            Location at = context.at(component);
            context.scope().local(type.getNameAsString());
            pending.add(new Stmt.Declare(
                    type.getNameAsString(),
                    context.types().of(type.getType()),
                    new Expr.Opaque("A component of a record pattern", at),
                    at));
        } else if (component instanceof RecordPatternExpr record && depth < DEEPEST) {
            record.getPatternList().forEach(inner -> declare(inner, depth + 1));
        }
    }
}

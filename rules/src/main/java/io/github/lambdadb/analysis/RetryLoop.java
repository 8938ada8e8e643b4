package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.Inside;
import io.github.lambdadb.ir.Stmt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A loop that does the same work again until it succeeds: success leaves it, and a failure goes around.
 *
 * @param attempts the try statements whose bodies are that work
 * @param hasLimit whether the loop itself says that it ends without success
 */
record RetryLoop(List<Stmt.Try> attempts, boolean hasLimit) {
    RetryLoop {
        attempts = List.copyOf(attempts);
    }

    static RetryLoop of(Stmt.Loop loop) {
        List<Stmt.Try> found = new ArrayList<>();
        // what is done for one record or host after the other is not the same work
        if (!Iterations.isOverRecords(loop.condition())) {
            collect(loop.body(), false, loop, found);
        }
        return new RetryLoop(found, found.isEmpty() || hasLimit(loop, found));
    }

    boolean tries(Stmt.Try stmt) {
        return attempts.stream().anyMatch(attempt -> attempt.at().equals(stmt.at()));
    }

    /** Adds the try statements that success leaves the loop by; {@code leaves}: what follows leaves it. */
    private static void collect(Stmt stmt, boolean leaves, Stmt.Loop loop, List<Stmt.Try> found) {
        if (stmt instanceof Stmt.Block block) {
            for (int i = 0; i < block.statements().size(); i++) {
                boolean rest = leavesLoop(
                        block.statements().subList(i + 1, block.statements().size()), leaves);
                collect(block.statements().get(i), rest, loop, found);
            }
        } else if (stmt instanceof Stmt.If branches) {
            collect(branches.whenTrue(), leaves, loop, found);
            collect(branches.whenFalse(), leaves, loop, found);
        } else if (stmt instanceof Stmt.Synchronized locked) {
            collect(locked.body(), leaves, loop, found);
        } else if (stmt instanceof Stmt.Try attempt) {
            if (isAttempt(attempt, leaves, loop)) {
                found.add(attempt);
            }
            collect(attempt.body(), leaves, loop, found);
        }
    }

    private static boolean isAttempt(Stmt.Try attempt, boolean leaves, Stmt.Loop loop) {
        boolean comesRound = attempt.catches().stream().allMatch(clause -> isDone(clause.body()));
        return !attempt.catches().isEmpty()
                && (leavesLoop(attempt.body())
                        || (leaves && comesRound)
                        || !flags(attempt, loop).isEmpty());
    }

    /** Variables that the condition reads and only the work writes: they say that it is done. */
    private static Set<String> flags(Stmt.Try attempt, Stmt.Loop loop) {
        Set<String> written = written(Inside.of(attempt.body()));
        Set<String> elsewhere = Stream.concat(
                        Stream.of(Inside.of(loop.condition()), Inside.of(loop.update())),
                        attempt.catches().stream().map(clause -> Inside.of(clause.body())))
                .flatMap(inside -> written(inside).stream())
                .collect(Collectors.toSet());
        Inside condition = Inside.of(loop.condition());
        return written.stream()
                .filter(name -> !elsewhere.contains(name) && condition.names(name))
                .collect(Collectors.toSet());
    }

    private static Set<String> written(Inside inside) {
        return inside.expressions().stream()
                .filter(Expr.Assign.class::isInstance)
                .flatMap(assign -> name(((Expr.Assign) assign).target()))
                .collect(Collectors.toSet());
    }

    private static Stream<String> name(Expr target) {
        if (target instanceof Expr.Local local) {
            return Stream.of(local.name());
        }
        return target instanceof Expr.Name plain ? Stream.of(plain.name()) : Stream.empty();
    }

    private static boolean leavesLoop(List<Stmt> statements, boolean afterwards) {
        boolean goesRound = !statements.isEmpty() && isRound(statements.get(statements.size() - 1));
        return !goesRound && (afterwards || statements.stream().anyMatch(RetryLoop::leavesLoop));
    }

    private static boolean isRound(Stmt stmt) {
        return stmt instanceof Stmt.Jump jump && jump.isContinue();
    }

    /** Whether every way through the statement that throws nothing ends in a return or a break. */
    private static boolean leavesLoop(Stmt stmt) {
        if (stmt instanceof Stmt.Block block) {
            return block.statements().stream().anyMatch(RetryLoop::leavesLoop);
        }
        if (stmt instanceof Stmt.If branches) {
            return leavesLoop(branches.whenTrue()) && leavesLoop(branches.whenFalse());
        }
        if (stmt instanceof Stmt.Synchronized locked) {
            return leavesLoop(locked.body());
        }
        if (stmt instanceof Stmt.Try attempt) {
            return leavesLoop(attempt.body());
        }
        return stmt instanceof Stmt.Return || (stmt instanceof Stmt.Jump jump && !jump.isContinue());
    }

    /** Whether control never reaches the end of the statement. */
    private static boolean isDone(Stmt stmt) {
        if (stmt instanceof Stmt.Block block) {
            return block.statements().stream().anyMatch(RetryLoop::isDone);
        }
        if (stmt instanceof Stmt.If branches) {
            return isDone(branches.whenTrue()) && isDone(branches.whenFalse());
        }
        return stmt instanceof Stmt.Throw || stmt instanceof Stmt.Jump || stmt instanceof Stmt.Return;
    }

    private static boolean hasLimit(Stmt.Loop loop, List<Stmt.Try> attempts) {
        return !isEndless(loop, attempts) || leavesWithoutSuccess(loop.body(), attempts);
    }

    /** The condition says only whether the work is done. */
    private static boolean isEndless(Stmt.Loop loop, List<Stmt.Try> attempts) {
        Inside condition = Inside.of(loop.condition());
        Set<String> flags = attempts.stream()
                .flatMap(attempt -> flags(attempt, loop).stream())
                .collect(Collectors.toSet());
        return condition.expressions().stream()
                .allMatch(expr -> expr instanceof Expr.Literal
                        || expr instanceof Expr.Null
                        || expr instanceof Expr.Unary
                        || expr instanceof Expr.Binary
                        || name(expr).anyMatch(flags::contains));
    }

    private static boolean leavesWithoutSuccess(Stmt body, List<Stmt.Try> attempts) {
        Set<Stmt> work = Collections.newSetFromMap(new IdentityHashMap<>());
        attempts.forEach(attempt -> work.addAll(Inside.of(attempt.body()).statements()));
        return Inside.of(body).statements().stream()
                .filter(stmt -> !work.contains(stmt))
                .anyMatch(stmt -> stmt instanceof Stmt.Throw
                        || stmt instanceof Stmt.Return
                        || (stmt instanceof Stmt.Jump jump && !jump.isContinue()));
    }
}

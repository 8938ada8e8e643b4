package io.github.lambdadb.frontend.java;

import com.github.javaparser.symbolsolver.javaparsermodel.JavaParserFacade;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.TypeName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The only door to the symbol solver. It keeps unsynchronised static maps and can fail with any throwable or not end at
 * all, so one question is asked at a time in the whole JVM, on a thread of its own and within a budget.
 */
final class SymbolSolverDoor implements AutoCloseable {
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();
    private static final Duration PER_QUESTION = Duration.ofMillis(500);
    /** The first question also loads the solver's classes and lists the jars. */
    private static final Duration FIRST_QUESTION = Duration.ofSeconds(3);

    private static final Duration TOTAL = Duration.ofSeconds(8);

    private final JavaInputs inputs;
    private final GapLog gaps;
    private final Map<Expr, Optional<TypeName>> answers = new HashMap<>();
    private SolverSession session;
    private Duration limit = FIRST_QUESTION;
    private Duration left = TOTAL;
    private boolean isAsked;

    SymbolSolverDoor(JavaInputs inputs, GapLog gaps) {
        this.inputs = inputs;
        this.gaps = gaps;
        this.session = new SolverSession(inputs);
    }

    Optional<TypeName> solve(Expr expression, Path file) {
        Optional<TypeName> known = answers.get(expression);
        if (known == null) {
            known = ask(expression, file);
            answers.put(expression, known);
        }
        return known;
    }

    @Override
    public void close() {
        if (!isAsked) {
            return;
        }
        try {
            // whoever holds the lock longer is an abandoned question; the next program to close clears what it leaves
            if (ONE_AT_A_TIME.tryLock(PER_QUESTION.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    JavaParserFacade.clearInstances();
                } finally {
                    ONE_AT_A_TIME.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<TypeName> ask(Expr expression, Path file) {
        if (left.isNegative() || left.isZero()) {
            gaps.add(Gap.Kind.BUDGET_EXHAUSTED, expression.at(), "No time is left to ask the symbol solver.");
            return Optional.empty();
        }
        isAsked = true;
        SolverSession asked = session;
        long start = System.nanoTime();
        try {
            return DeepStack.run("lambda-db-solve", limit, () -> guarded(asked, expression, file));
        } catch (DeepStack.OverBudget e) {
            // the thread may still be at work with what it was given: nobody else may use that any more
            session = new SolverSession(inputs);
            gaps.add(Gap.Kind.BUDGET_EXHAUSTED, expression.at(), "The symbol solver does not answer in time.");
        } catch (DeepStack.Failed e) {
            gaps.add(Gap.Kind.UNRESOLVED_SYMBOL, expression.at(), "The symbol solver fails: " + e.getMessage() + ".");
        } finally {
            left = left.minusNanos(System.nanoTime() - start);
            limit = PER_QUESTION;
        }
        return Optional.empty();
    }

    private static Optional<TypeName> guarded(SolverSession session, Expr expression, Path file) throws Exception {
        ONE_AT_A_TIME.lockInterruptibly();
        try {
            return session.typeOf(expression, file);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }
}

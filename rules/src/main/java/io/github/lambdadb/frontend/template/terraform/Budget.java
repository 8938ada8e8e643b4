package io.github.lambdadb.frontend.template.terraform;

import java.util.function.Supplier;

/** How much may be evaluated, of one outermost module and of all, and how deep. */
final class Budget {
    private static final int MOST_STEPS = 200_000;
    private static final int MOST_STEPS_OF_ALL = 2_000_000;
    private static final int DEEPEST = 100;

    private int steps;
    private int stepsBefore;
    private int depth;

    Term step(Supplier<Term> evaluation) {
        if (isExhausted()) {
            return Terms.unknown("there is too much to evaluate");
        }
        if (depth >= DEEPEST) {
            return Terms.unknown("the references are nested too deep");
        }
        steps++;
        depth++;
        try {
            return evaluation.get();
        } finally {
            depth--;
        }
    }

    /** Another outermost module begins. */
    void begin() {
        stepsBefore += steps;
        steps = 0;
    }

    boolean isExhausted() {
        return steps >= MOST_STEPS || stepsBefore + steps >= MOST_STEPS_OF_ALL;
    }
}

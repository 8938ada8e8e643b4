package io.github.lambdadb.frontend.template.terraform;

import java.util.function.Supplier;

/** How much may be evaluated, and how deep. */
final class Budget {
    private static final int MOST_STEPS = 200_000;
    private static final int DEEPEST = 100;

    private int steps;
    private int depth;

    Term step(Supplier<Term> evaluation) {
        if (steps >= MOST_STEPS) {
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

    boolean isExhausted() {
        return steps >= MOST_STEPS;
    }
}

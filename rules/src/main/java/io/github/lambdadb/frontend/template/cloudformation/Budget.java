package io.github.lambdadb.frontend.template.cloudformation;

/**
 * What one reading may spend: a template may be made to exhaust its reader, by nesting, or by references that double a text at
 * each step.
 */
final class Budget {
    private static final int DEEPEST = 80;
    private static final int MOST_STEPS = 2_000_000;
    private static final long MOST_CHARACTERS = 30_000_000;
    private static final int MOST_STACKS = 1_000;
    private static final long MOST_RESOURCES = 200_000;

    private int depth;
    private long steps;
    private long characters;
    private int stacks;
    private long resources;

    /** Whether one more expression may be evaluated inside of the present one; {@link #leave} follows in any case. */
    boolean enter() {
        depth++;
        steps++;
        return depth <= DEEPEST && steps <= MOST_STEPS;
    }

    /** Says that something took as long as so many expressions. */
    void spend(int more) {
        steps += Math.min(more, MOST_STEPS);
    }

    /** Whether one more text of that length may be put together. */
    boolean mayHold(int length) {
        characters += length;
        return characters <= MOST_CHARACTERS;
    }

    void leave() {
        depth--;
    }

    /** Whether one more stack with so many resources may be nested. */
    boolean mayNest(int more) {
        stacks++;
        resources += more;
        return stacks <= MOST_STACKS && resources <= MOST_RESOURCES;
    }
}

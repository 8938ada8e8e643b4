package io.github.lambdadb.frontend.template.cloudformation;

import java.util.List;

/** Whether a condition holds, as far as the template tells. */
enum Truth {
    HOLDS,
    /** With the defaults of the parameters. */
    HOLDS_BY_DEFAULT,
    UNKNOWN,
    /** With the defaults of the parameters. */
    FAILS_BY_DEFAULT,
    FAILS;

    Truth negated() {
        return switch (this) {
            case HOLDS -> FAILS;
            case HOLDS_BY_DEFAULT -> FAILS_BY_DEFAULT;
            case UNKNOWN -> UNKNOWN;
            case FAILS_BY_DEFAULT -> HOLDS_BY_DEFAULT;
            case FAILS -> HOLDS;
        };
    }

    /** Whether all hold: what surely fails decides, then what likely does, then what is unknown. */
    static Truth all(List<Truth> truths) {
        Truth least = HOLDS;
        for (Truth truth : truths) {
            least = truth.compareTo(least) > 0 ? truth : least;
        }
        return least;
    }

    static Truth any(List<Truth> truths) {
        return all(truths.stream().map(Truth::negated).toList()).negated();
    }

    static Truth of(boolean holds, boolean isAssumed) {
        if (isAssumed) {
            return holds ? HOLDS_BY_DEFAULT : FAILS_BY_DEFAULT;
        }
        return holds ? HOLDS : FAILS;
    }
}

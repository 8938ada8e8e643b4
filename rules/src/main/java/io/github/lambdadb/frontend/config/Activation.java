package io.github.lambdadb.frontend.config;

import java.util.List;

/**
 * Which profiles may be active.
 *
 * @param choices lists of profiles of which one is active, each with the weakest first
 * @param isOpen whether other ones may be active
 */
record Activation(List<List<String>> choices, boolean isOpen) {
    Activation {
        choices = List.copyOf(choices);
    }
}

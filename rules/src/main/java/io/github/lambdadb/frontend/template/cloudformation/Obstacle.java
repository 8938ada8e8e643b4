package io.github.lambdadb.frontend.template.cloudformation;

import io.github.lambdadb.source.Location;

/**
 * Why an expression cannot be evaluated.
 *
 * @param isGap whether a reader of templates could have told more, so that the user ought to know
 */
record Obstacle(Location location, String reason, boolean isGap) {
    /** Nowhere in particular, as it is no single expression that is too much. */
    static final Obstacle TOO_MANY =
            new Obstacle(Location.ofLine("", 1), "there are more possibilities than are followed", false);

    /** What is decided at deployment only, whoever reads the template. */
    static Obstacle decidedLater(Location location, String reason) {
        return new Obstacle(location, reason, false);
    }

    static Obstacle gap(Location location, String reason) {
        return new Obstacle(location, reason, true);
    }
}

package io.github.lambdadb.rules.lifecycle;

import io.github.lambdadb.facts.Opening;

/** Says where an opening gets away. */
final class Ways {
    private Ways() {}

    /** {@code  ('prepareStatement' may fail, src/Db.java:12)}; empty when that is not known. */
    static String where(Opening opening) {
        return opening.way().steps().stream()
                .findFirst()
                .map(step -> " (" + step.text() + ", " + step.location() + ")")
                .orElse("");
    }
}

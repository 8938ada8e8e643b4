package io.github.lambdadb.rules.lifecycle;

import io.github.lambdadb.facts.ConnectionSource;

/** Functions of which a snapshot is taken once they are initialised. */
final class SnapStart {
    private SnapStart() {}

    /** The same source, as those functions reach it of which a snapshot is taken. */
    static ConnectionSource ofSnapshots(ConnectionSource source) {
        return source.reachedBy(source.functions().stream()
                .filter(function -> function.snapshot().isPresent())
                .toList());
    }
}

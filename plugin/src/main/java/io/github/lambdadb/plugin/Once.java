package io.github.lambdadb.plugin;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks another supplier when it is first asked itself, and keeps the answer. */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> origin;
    private @Nullable T answer;

    Once(Supplier<T> origin) {
        this.origin = origin;
    }

    @Override
    public synchronized T get() {
        if (answer == null) {
            answer = origin.get();
        }
        return answer;
    }
}

package io.github.lambdadb.proofs;

import java.sql.SQLException;
import java.time.Duration;

/** Waits for an event that only looking again can tell. */
final class Await {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Await() {}

    /** Something that a server can be asked. */
    interface Condition {
        boolean holds() throws SQLException;
    }

    /** Looks until it holds; fails when it does not hold for half a minute. */
    static void until(String event, Condition condition) throws SQLException {
        long begin = System.nanoTime();
        while (!condition.holds()) {
            if (System.nanoTime() - begin > DEADLINE.toNanos()) {
                throw new AssertionError("Not within " + DEADLINE.toSeconds() + " s: " + event);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

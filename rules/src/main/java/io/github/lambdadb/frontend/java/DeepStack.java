package io.github.lambdadb.frontend.java;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs work whose recursion follows the nesting of the input on a thread with a big stack and a deadline. Work that is
 * over its time is abandoned: the thread is a daemon, and what it may touch belongs to it alone.
 */
final class DeepStack {
    private static final long STACK = 64L * 1024 * 1024;

    /** Milliseconds; a thread that has done its work needs none of them. */
    private static final long MOST_OF_AN_END = 1_000;

    private DeepStack() {}

    /** The work did not end in time. */
    static final class OverBudget extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** The work failed; the cause tells why, a {@code StackOverflowError} included. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1;

        Failed(Throwable cause) {
            super(cause.getClass().getSimpleName(), cause);
        }
    }

    static <T> T run(String name, Duration limit, Callable<T> work) throws OverBudget, Failed {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(null, task, name, STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            T result = task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            // until the thread has ended, its stack holds what the work has read
            thread.join(MOST_OF_AN_END);
            return result;
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new OverBudget();
        } catch (ExecutionException e) {
            throw new Failed(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new OverBudget();
        }
    }
}

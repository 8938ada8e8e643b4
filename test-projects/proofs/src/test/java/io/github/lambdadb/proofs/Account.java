package io.github.lambdadb.proofs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** An ordinary user of a server, of one test alone: whoever opens a session as this user, it can be counted. */
record Account(Engine engine, String name) implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    static Account on(Engine engine) {
        String name = "account" + COUNT.incrementAndGet();
        try {
            engine.server().createUser(name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Account(engine, name);
    }

    /** Its URL, with its name and password, and parameters such as {@code ApplicationName=orders}. */
    String url(Driver driver, String... parameters) {
        return driver.url(engine.server().port(), name)
                + String.join(
                        "",
                        List.of(parameters).stream()
                                .map(parameter -> "&" + parameter)
                                .toList());
    }

    Connection open(Driver driver, String... parameters) throws SQLException {
        return DriverManager.getConnection(url(driver, parameters));
    }

    /** How many sessions the server has of it. */
    int sessions() throws SQLException {
        return Integer.parseInt(engine.server().ask(engine.server().sessionsOf(name)));
    }

    void awaitSessions(int expected) throws SQLException {
        Await.until(
                expected + " sessions of " + name + " on " + engine.title() + ", there are " + sessions(),
                () -> sessions() == expected);
    }

    /** Waits until the server says that its sessions have done nothing for so long. */
    void awaitIdle(Duration duration) throws SQLException {
        String query = engine.server().idleSessionsOf(name, duration.toMillis());
        Await.until(
                "all sessions of " + name + " idle for " + duration,
                () -> Integer.parseInt(engine.server().ask(query)) == sessions());
    }

    /** Lets the server end its sessions, as a timeout, a failover or a restart does. */
    void endSessions() throws SQLException {
        engine.server().endSessions(name);
        awaitSessions(0);
    }

    /** Ends what a test has left. */
    @Override
    public void close() throws SQLException {
        Await.until("no session of " + name + " is left", () -> {
            if (sessions() == 0) {
                return true;
            }
            engine.server().endSessions(name);
            return false;
        });
    }
}

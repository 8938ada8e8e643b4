package io.github.lambdadb.facts;

/** Connections that a pool opens before any is asked for: the setting in force that says how many, and what for. */
public record EagerOpening(Setting setting, Purpose purpose) {
    /** What they are opened for. */
    public enum Purpose {
        /** As many as the setting says are opened and kept. */
        KEPT,
        /** One is opened to see whether the database answers, and closed. */
        PROBE
    }
}

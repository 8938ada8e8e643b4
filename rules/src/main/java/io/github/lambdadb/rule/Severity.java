package io.github.lambdadb.rule;

import java.util.Locale;

/** SARIF's levels, the least severe first. */
public enum Severity {
    NOTE,
    WARNING,
    ERROR;

    /** The next level down; {@link #NOTE} stays. */
    public Severity lowered() {
        return this == ERROR ? WARNING : NOTE;
    }

    /** SARIF's spelling. */
    public String level() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.github.lambdadb.report.console;

/** One line for the build's log. */
public record ConsoleLine(Level level, String text) {
    /** How loud the line is. */
    public enum Level {
        ERROR,
        WARNING,
        INFO,
        DEBUG
    }
}

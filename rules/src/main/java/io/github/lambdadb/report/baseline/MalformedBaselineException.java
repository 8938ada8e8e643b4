package io.github.lambdadb.report.baseline;

/** A text that is no baseline: the line where that shows, and why, in a few words. */
public final class MalformedBaselineException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    MalformedBaselineException(int line, String reason) {
        super(reason);
        this.line = line;
    }

    public int line() {
        return line;
    }
}

package io.github.lambdadb.document;

import io.github.lambdadb.source.Location;

/** A document that cannot be read: one line that says where and why. */
public final class DocumentException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Location location;

    DocumentException(String problem, Location location) {
        super(problem);
        this.location = location;
    }

    /** Where reading stopped. */
    public Location location() {
        return location;
    }

    @Override
    public String toString() {
        return location + ": " + getMessage();
    }
}

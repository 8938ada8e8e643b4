package io.github.lambdadb.document;

import io.github.lambdadb.source.Location;

/** A document that cannot be read: one line that says where and why. */
public final class DocumentException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Location location;
    private final String problem;

    public DocumentException(String problem, Location location) {
        super(location + ": " + problem);
        this.location = location;
        this.problem = problem;
    }

    /** Where reading stopped. */
    public Location location() {
        return location;
    }

    /** Why, without the place. */
    public String problem() {
        return problem;
    }
}

package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.source.Location;

/** A text that is not Terraform's language: where and why. */
final class HclException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Location location;

    HclException(String problem, Location location) {
        super(problem);
        this.location = location;
    }

    Location location() {
        return location;
    }
}

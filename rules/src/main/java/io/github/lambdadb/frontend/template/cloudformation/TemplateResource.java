package io.github.lambdadb.frontend.template.cloudformation;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.document.Node.Mapping;
import io.github.lambdadb.source.Location;
import java.util.Optional;

/** A resource as written: its logical id and where that stands, its type, and everything below it. */
record TemplateResource(String id, String type, Location location, Mapping body) {
    /** The condition under which it is made; empty when it always is. */
    Optional<String> condition() {
        return body.scalar("Condition").map(Node.Scalar::text);
    }
}

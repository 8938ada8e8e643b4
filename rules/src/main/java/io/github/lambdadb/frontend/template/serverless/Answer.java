package io.github.lambdadb.frontend.template.serverless;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Value;
import java.util.Optional;

/** What stands at a place of a service, once its variables are followed. */
sealed interface Answer {
    /** A part of a document, and by which ways it was reached; a text in it may still have variables within. */
    record Found(Node node, Evidence way) implements Answer {}

    /** A text that no document holds: a hole, a literal of a variable, or what is not understood. */
    record Text(Value<String> value) implements Answer {}

    /** Nothing stands there. */
    record Nothing() implements Answer {}

    default boolean isNothing() {
        return this instanceof Nothing
                || (this instanceof Found found && found.node().isNothing());
    }

    default Optional<Node.Mapping> mapping() {
        return this instanceof Found found ? found.node().asMapping() : Optional.empty();
    }
}

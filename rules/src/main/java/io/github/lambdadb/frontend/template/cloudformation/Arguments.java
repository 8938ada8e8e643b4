package io.github.lambdadb.frontend.template.cloudformation;

import io.github.lambdadb.document.Node;
import java.util.Map;

/** What a stack gives to one that is nested in it, evaluated in the stack that gives it. */
record Arguments(Map<String, Node> nodes, Evaluator giver) {
    Alternatives<Text> get(String parameter) {
        return Keys.get(nodes, parameter)
                .map(node -> node.asSequence().isPresent()
                        ? giver.lists(node)
                                .then(parts -> Text.joined(
                                        parts,
                                        ",",
                                        node.location(),
                                        giver.stack().budget()))
                        : giver.texts(node))
                .orElseGet(Alternatives::absent);
    }
}

package io.github.lambdadb.frontend.template.serverless;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import io.github.lambdadb.value.Value.Known;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of a service that is CloudFormation, with the variables followed: a text stands where it would be edited. */
final class Resources {
    private static final int MOST_NODES = 50_000;
    private static final int DEEPEST = 60;

    private final Variables variables;
    private int nodes;

    Resources(Variables variables) {
        this.variables = variables;
    }

    /** One template of all that the service lists; empty when it has no resources. */
    Optional<Node.Mapping> template(Node.Mapping service) {
        Optional<Node> section = service.get("resources").map(node -> expanded(node, 0));
        Map<String, List<Node.Entry>> sections = new LinkedHashMap<>();
        Map<String, Node.Scalar> keys = new LinkedHashMap<>();
        for (Node.Mapping part : section.map(Resources::mappings).orElse(List.of())) {
            for (Node.Entry entry : part.entries()) {
                keys.putIfAbsent(entry.key().text(), entry.key());
                List<Node.Entry> all = sections.computeIfAbsent(entry.key().text(), key -> new ArrayList<>());
                mappings(entry.value()).forEach(mapping -> all.addAll(mapping.entries()));
            }
        }
        List<Node.Entry> entries = new ArrayList<>();
        keys.forEach((name, key) -> entries.add(
                new Node.Entry(key, new Node.Mapping(sections.getOrDefault(name, List.of()), "", key.location()))));
        return sections.getOrDefault("Resources", List.of()).isEmpty()
                ? Optional.empty()
                : Optional.of(new Node.Mapping(entries, "", service.location()));
    }

    private static List<Node.Mapping> mappings(Node node) {
        return node.asSequence()
                .map(list -> list.items().stream()
                        .flatMap(item -> item.asMapping().stream())
                        .toList())
                .orElseGet(() -> node.asMapping().stream().toList());
    }

    private Node expanded(Node node, int depth) {
        if (++nodes > MOST_NODES || depth > DEEPEST) {
            return new Node.Scalar("${too large}", false, "", node.location());
        }
        if (node instanceof Node.Mapping mapping) {
            List<Node.Entry> entries = mapping.entries().stream()
                    .map(entry -> new Node.Entry(entry.key(), expanded(entry.value(), depth + 1)))
                    .toList();
            return new Node.Mapping(entries, mapping.tag(), mapping.location());
        }
        if (node instanceof Node.Sequence sequence) {
            List<Node> items = sequence.items().stream()
                    .map(item -> expanded(item, depth + 1))
                    .toList();
            return new Node.Sequence(items, sequence.tag(), sequence.location());
        }
        return scalar((Node.Scalar) node, depth);
    }

    private Node scalar(Node.Scalar scalar, int depth) {
        if (!scalar.text().contains("${")) {
            return scalar;
        }
        Answer answer = variables.resolved(scalar, Evidence.none());
        if (answer instanceof Answer.Found found && !(found.node() instanceof Node.Scalar)) {
            return expanded(found.node(), depth + 1);
        }
        Value<String> text =
                scalar.tag().isEmpty() ? variables.text(answer) : variables.text(scalar.text(), scalar.location());
        boolean isPlain =
                answer instanceof Answer.Found found && found.node() instanceof Node.Scalar target && target.plain();
        return text instanceof Known<String> known
                ? new Node.Scalar(known.value(), isPlain, scalar.tag(), place(known, scalar))
                : scalar;
    }

    private static Location place(Known<String> known, Node.Scalar scalar) {
        return known.evidence().lastLocation().orElse(scalar.location());
    }
}

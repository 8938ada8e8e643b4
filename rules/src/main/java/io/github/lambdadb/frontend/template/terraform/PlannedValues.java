package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Value;
import io.github.lambdadb.value.Value.Known;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What a plan says of one resource: values that are known, secrets that it marks, and what will be known only later. */
final class PlannedValues {
    private static final int DEEPEST = 30;

    private final String address;
    private final Node.Mapping resource;
    private final Optional<Node> unknown;
    private final PlanReferences references;

    PlannedValues(String address, Node.Mapping resource, Optional<Node> unknown, PlanReferences references) {
        this.address = address;
        this.resource = resource;
        this.unknown = unknown;
        this.references = references;
    }

    Term argument(String name) {
        Optional<Node> value = resource.mapping("values").flatMap(values -> values.get(name));
        Optional<Node> sensitive = resource.mapping("sensitive_values").flatMap(values -> values.get(name));
        Optional<Node> later = unknown.flatMap(Node::asMapping).flatMap(values -> values.get(name));
        Term term = term(value, sensitive, later, List.of(name));
        // what the configuration names tells who is meant, also when the value is known
        for (String source : references.sources(address, List.of(name))) {
            term = term.madeFrom(source);
        }
        return term;
    }

    private Term term(Optional<Node> value, Optional<Node> sensitive, Optional<Node> later, List<String> path) {
        if (isTrue(sensitive)) {
            return Terms.hole(
                    address + "." + String.join(".", path),
                    Evidence.of(resource.location(), "the plan hides it"),
                    Set.of());
        }
        if (isTrue(later)) {
            return afterwards(path);
        }
        if (path.size() > DEEPEST || (value.isEmpty() && later.isEmpty())) {
            return value.isEmpty() ? Terms.nothing() : Terms.unknown("the value is nested too deep");
        }
        Optional<Node> shape = value.filter(node -> !node.isNothing()).or(() -> later);
        if (shape.flatMap(Node::asSequence).isPresent()) {
            return tuple(value, sensitive, later, path);
        }
        if (shape.flatMap(Node::asMapping).isPresent()) {
            return mapping(value, sensitive, later, path);
        }
        return value.filter(node -> !node.isNothing())
                .flatMap(Node::asScalar)
                .map(scalar -> Terms.known(scalar.text(), scalar.location(), "the plan says so"))
                .orElse(Terms.nothing());
    }

    private Term tuple(Optional<Node> value, Optional<Node> sensitive, Optional<Node> later, List<String> path) {
        int size = Math.max(items(value).size(), items(later).size());
        return Terms.tuple(
                IntStream.range(0, size)
                        .mapToObj(i -> term(item(value, i), item(sensitive, i), item(later, i), path))
                        .toList(),
                true);
    }

    private Term mapping(Optional<Node> value, Optional<Node> sensitive, Optional<Node> later, List<String> path) {
        Set<String> keys = new LinkedHashSet<>();
        for (Optional<Node> part : List.of(value, later)) {
            part.flatMap(Node::asMapping)
                    .ifPresent(mapping -> mapping.entries()
                            .forEach(entry -> keys.add(entry.key().text())));
        }
        Map<String, Term> all = new LinkedHashMap<>();
        for (String key : keys) {
            List<String> longer = IntStream.rangeClosed(0, path.size())
                    .mapToObj(i -> i < path.size() ? path.get(i) : key)
                    .toList();
            all.put(key, term(member(value, key), member(sensitive, key), member(later, key), longer));
        }
        return Terms.mapping(all, true);
    }

    /** Of a value that is made of one reference it is likely, but not sure, that it is nothing else. */
    private Term afterwards(List<String> path) {
        List<String> named = references.names(address, path);
        Set<String> sources = references.sources(address, path);
        if (named.size() != 1) {
            return Terms.unknown("it is known after the plan is carried out", sources);
        }
        Evidence evidence = Evidence.of(resource.location(), "it is known after the plan is carried out");
        Known<String> hole = new Known<>("${" + named.get(0) + "}", evidence);
        return Terms.text(new Value.Choice<>(List.of(hole), false), sources);
    }

    private static boolean isTrue(Optional<Node> node) {
        return node.flatMap(Node::asScalar)
                .filter(scalar -> scalar.plain() && scalar.text().equals("true"))
                .isPresent();
    }

    private static List<Node> items(Optional<Node> node) {
        return node.flatMap(Node::asSequence).map(Node.Sequence::items).orElse(List.of());
    }

    private static Optional<Node> item(Optional<Node> node, int index) {
        List<Node> items = items(node);
        return index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
    }

    private static Optional<Node> member(Optional<Node> node, String key) {
        return node.flatMap(Node::asMapping).flatMap(mapping -> mapping.get(key));
    }
}

package io.github.lambdadb.frontend.template.cloudformation;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.document.Node.Mapping;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** The properties of a resource, or some below one of them, with all that conditions may choose. */
final class Section {
    private final Evaluator evaluator;
    private final Consumer<Obstacle> gaps;
    private final String owner;
    private final Evidence before;
    private final Alternatives<Map<String, Node>> parts;

    private Section(
            Evaluator evaluator,
            Consumer<Obstacle> gaps,
            String owner,
            Evidence before,
            Alternatives<Map<String, Node>> parts) {
        this.evaluator = evaluator;
        this.gaps = gaps;
        this.owner = owner;
        this.before = before;
        this.parts = parts;
    }

    /**
     * @param owner whose properties these are, as evidence says it
     * @param before what leads there
     */
    static Section of(
            Optional<? extends Node> node,
            Evaluator evaluator,
            Consumer<Obstacle> gaps,
            String owner,
            Evidence before) {
        return new Section(evaluator, gaps, owner, before, mappings(node, evaluator));
    }

    private static Alternatives<Map<String, Node>> mappings(Optional<? extends Node> node, Evaluator evaluator) {
        return node.map(evaluator::shapes)
                .orElseGet(Alternatives::absent)
                .then(shape -> shape instanceof Mapping mapping
                        ? Alternatives.of(Keys.of(mapping))
                        : Alternatives.obstacle(Obstacle.gap(shape.location(), "keys with values are expected here")));
    }

    /** What stands below a key. */
    Section below(String key) {
        return new Section(
                evaluator, gaps, owner, before, parts.then(part -> mappings(Keys.get(part, key), evaluator)));
    }

    private Section below(List<String> path) {
        Section section = this;
        for (String key : path.subList(0, path.size() - 1)) {
            section = section.below(key);
        }
        return section;
    }

    /** Whether the last key of the path may be written, whatever it comes to. */
    boolean has(String... path) {
        String last = path[path.length - 1];
        Alternatives<Map<String, Node>> around = below(List.of(path)).parts;
        return !around.obstacles().isEmpty() || around.options().stream().anyMatch(part -> part.containsKey(last));
    }

    /** Whether keys stand below that key, where a text could stand as well. */
    boolean hasKeysBelow(String key) {
        return parts.options().stream()
                .flatMap(part -> Keys.get(part, key).stream())
                .anyMatch(
                        node -> Intrinsic.of(node).isEmpty() && node.asMapping().isPresent());
    }

    Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        parts.options().forEach(part -> keys.addAll(part.keySet()));
        return keys;
    }

    /** Whether every key that there may be is seen. */
    boolean isComplete() {
        return parts.obstacles().isEmpty() && additions().isEmpty();
    }

    /** Loops and included texts, which add keys that the file does not show. */
    private List<Obstacle> additions() {
        return keys().stream()
                .filter(key -> key.startsWith("Fn::"))
                .flatMap(key -> location(key).stream()
                        .map(at -> Obstacle.gap(at, "what '" + key + "' adds to the template is not seen")))
                .toList();
    }

    /** The text at the end of a path of keys; empty when it is not set. */
    Optional<Value<String>> text(String... path) {
        String last = path[path.length - 1];
        return value(below(List.of(path)).texts(last), last);
    }

    /** The list at the end of a path of keys, joined by commas. */
    Optional<Value<String>> list(String... path) {
        String last = path[path.length - 1];
        return value(
                below(List.of(path))
                        .lists(last)
                        .then(items -> items.isEmpty()
                                ? Alternatives.absent()
                                : Text.joined(
                                        items,
                                        ",",
                                        items.get(0).at(),
                                        evaluator.stack().budget())),
                last);
    }

    /** Every text of this section by its key. */
    Map<String, Value<String>> texts() {
        Map<String, Value<String>> values = new LinkedHashMap<>();
        keys().stream()
                .filter(key -> !key.startsWith("Fn::"))
                .forEach(key -> text(key).ifPresent(value -> values.put(key, value)));
        parts.obstacles().forEach(this::tell);
        additions().forEach(this::tell);
        return values;
    }

    /** What the text of that key may come to. */
    Alternatives<Text> texts(String key) {
        return each(key, evaluator::texts);
    }

    Alternatives<List<Text>> lists(String key) {
        return each(key, evaluator::lists);
    }

    /** What stands at that key, evaluated by choice only. */
    Alternatives<Node> shapes(String key) {
        return each(key, evaluator::shapes);
    }

    private <T> Alternatives<T> each(String key, Function<Node, Alternatives<T>> evaluation) {
        return parts.then(part -> Keys.get(part, key).map(evaluation).orElseGet(Alternatives::absent));
    }

    /** Where the value of a key stands. */
    Optional<Location> location(String key) {
        return parts.options().stream()
                .flatMap(part -> Keys.get(part, key).stream())
                .map(Node::location)
                .findFirst();
    }

    private Optional<Value<String>> value(Alternatives<Text> texts, String key) {
        texts.obstacles().forEach(this::tell);
        return Values.of(texts, before, "sets " + key + " of " + owner);
    }

    private void tell(Obstacle obstacle) {
        if (obstacle.isGap()) {
            gaps.accept(obstacle);
        }
    }
}

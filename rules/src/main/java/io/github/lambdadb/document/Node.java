package io.github.lambdadb.document;

import io.github.lambdadb.source.Location;
import java.util.List;
import java.util.Optional;

/** One node of a YAML, JSON or properties document, with its place. */
public sealed interface Node {
    Location location();

    /** The tag as written ({@code !Sub}), empty when there is none. */
    String tag();

    /** A text; {@code plain} when it stands without quotes, so that {@code true} or {@code 5} may be meant as such. */
    record Scalar(String text, boolean plain, String tag, Location location) implements Node {}

    /** A list. */
    record Sequence(List<Node> items, String tag, Location location) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Keys with their values in the order of the document; a key may stand twice. */
    record Mapping(List<Entry> entries, String tag, Location location) implements Node {
        public Mapping {
            entries = List.copyOf(entries);
        }

        /** The value of the last entry of that key: later ones win in every format read here. */
        public Optional<Node> get(String key) {
            return entries.stream()
                    .filter(entry -> entry.key().text().equals(key))
                    .reduce((first, second) -> second)
                    .map(Entry::value);
        }

        /** The value of that key if it is a mapping. */
        public Optional<Mapping> mapping(String key) {
            return get(key).flatMap(Node::asMapping);
        }

        /** The value of that key if it is a text. */
        public Optional<Scalar> scalar(String key) {
            return get(key).flatMap(Node::asScalar);
        }
    }

    /** A key and its value. */
    record Entry(Scalar key, Node value) {}

    default Optional<Scalar> asScalar() {
        return this instanceof Scalar scalar ? Optional.of(scalar) : Optional.empty();
    }

    default Optional<Sequence> asSequence() {
        return this instanceof Sequence sequence ? Optional.of(sequence) : Optional.empty();
    }

    default Optional<Mapping> asMapping() {
        return this instanceof Mapping mapping ? Optional.of(mapping) : Optional.empty();
    }

    /** Whether nothing stands there: a plain empty text, {@code ~} or {@code null}. */
    default boolean isNothing() {
        return this instanceof Scalar scalar
                && scalar.plain()
                && (scalar.text().isEmpty()
                        || scalar.text().equals("~")
                        || scalar.text().equalsIgnoreCase("null"));
    }
}

package io.github.lambdadb.knowledge;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.document.Node.Entry;
import io.github.lambdadb.document.Node.Mapping;
import io.github.lambdadb.document.Node.Scalar;
import io.github.lambdadb.document.Node.Sequence;
import io.github.lambdadb.source.Location;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The fields of one mapping of a knowledge file; what is unknown, doubled, missing or of the wrong kind is an error. */
final class Fields {
    private final Mapping mapping;

    private Fields(Mapping mapping) {
        this.mapping = mapping;
    }

    /** The fields of the node, which may have no others than the known ones. */
    static Fields of(Node node, List<String> known) {
        Fields fields = new Fields(mapping(node));
        for (Entry entry : fields.mapping.entries()) {
            String key = entry.key().text();
            if (!known.contains(key)) {
                throw new KnowledgeException(
                        entry.key().location(), "the key '" + key + "' is not known" + Spelling.suggestion(key, known));
            }
        }
        fields.refuseDoubles();
        return fields;
    }

    /** The values of a mapping whose keys are free names. */
    static <T> Map<String, T> byName(Node node, Function<Node, T> reader) {
        Fields fields = new Fields(mapping(node));
        fields.refuseDoubles();
        Map<String, T> values = new LinkedHashMap<>();
        fields.mapping.entries().forEach(entry -> values.put(entry.key().text(), reader.apply(entry.value())));
        return values;
    }

    private void refuseDoubles() {
        Set<String> seen = new HashSet<>();
        for (Entry entry : mapping.entries()) {
            if (!seen.add(entry.key().text())) {
                throw new KnowledgeException(
                        entry.key().location(), "the key '" + entry.key().text() + "' stands twice");
            }
        }
    }

    Location location() {
        return mapping.location();
    }

    boolean has(String key) {
        return mapping.get(key).isPresent();
    }

    Optional<Node> node(String key) {
        return mapping.get(key);
    }

    String text(String key) {
        return text(mapping.get(key)
                .orElseThrow(() -> new KnowledgeException(location(), "the key '" + key + "' is missing")));
    }

    String text(String key, String otherwise) {
        return mapping.get(key).map(Fields::text).orElse(otherwise);
    }

    /** The texts of a node that is a list. */
    static List<String> textsOf(Node node) {
        return items(node).stream().map(Fields::text).toList();
    }

    /** The texts of a list; none when the key is absent. */
    List<String> texts(String key) {
        return mapping.get(key).map(Fields::textsOf).orElse(List.of());
    }

    /** Texts by name; none when the key is absent. */
    Map<String, String> textsByName(String key) {
        return node(key).map(node -> byName(node, Fields::text)).orElse(Map.of());
    }

    boolean flag(String key) {
        return mapping.get(key).map(Fields::flag).orElse(false);
    }

    <E extends Enum<E>> E word(String key, Class<E> words, E otherwise) {
        return mapping.get(key).map(node -> word(node, words)).orElse(otherwise);
    }

    <E extends Enum<E>> E word(String key, Class<E> words) {
        return word(
                mapping.get(key)
                        .orElseThrow(() -> new KnowledgeException(location(), "the key '" + key + "' is missing")),
                words);
    }

    /** The constant whose kebab-case name the node says. */
    static <E extends Enum<E>> E word(Node node, Class<E> words) {
        String written = text(node);
        return Arrays.stream(words.getEnumConstants())
                .filter(constant -> kebab(constant).equals(written))
                .findFirst()
                .orElseThrow(() -> new KnowledgeException(
                        node.location(),
                        "the word '" + written + "' is not known"
                                + Spelling.suggestion(
                                        written,
                                        Arrays.stream(words.getEnumConstants())
                                                .map(Fields::kebab)
                                                .toList())));
    }

    static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Mapping mapping(Node node) {
        return node.asMapping()
                .orElseThrow(() -> new KnowledgeException(node.location(), "keys with values are expected here"));
    }

    static List<Node> items(Node node) {
        return node.asSequence()
                .map(Sequence::items)
                .orElseThrow(() -> new KnowledgeException(node.location(), "a list is expected here"));
    }

    static String text(Node node) {
        return node.asScalar()
                .map(Scalar::text)
                .orElseThrow(() -> new KnowledgeException(node.location(), "a text is expected here"));
    }

    static boolean flag(Node node) {
        return switch (text(node)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new KnowledgeException(node.location(), "true or false is expected here");
        };
    }
}

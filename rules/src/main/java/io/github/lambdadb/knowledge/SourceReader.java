package io.github.lambdadb.knowledge;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.document.Node.Entry;
import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.knowledge.SourceModel.Delegate;
import io.github.lambdadb.knowledge.SourceModel.HandedOver;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the file of a pool or another maker of connections. */
final class SourceReader {
    private static final List<String> KEYS = List.of(
            "source",
            "name",
            "artifact",
            "other-artifacts",
            "kind",
            "renews",
            "driver",
            "types",
            "settings",
            "driver-property-prefixes",
            "xml-key-prefix",
            "delegates",
            "adjusts",
            "opens",
            "probes-when",
            "bounds-connect-when",
            "passes-on-login-timeout",
            "starts-when-made",
            "other-keys");

    private static final List<String> DELEGATE_KEYS =
            List.of("key-prefix", "key", "value-part", "alone", "present", "product", "hands-over");

    private SourceReader() {}

    static SourceModel read(Node root) {
        Fields fields = Fields.of(root, KEYS);
        SourceModel source = model(root, fields);
        source.types().values().forEach(type -> refuseSetters(type, source, root));
        return source;
    }

    /** A setter among the methods that return their object would be taken for one that sets nothing. */
    private static void refuseSetters(TypeModel type, SourceModel source, Node root) {
        type.returnsItself().stream()
                .filter(method -> type.methods().containsKey(method)
                        || source.settings().values().stream()
                                .anyMatch(setting -> setting.setters().contains(method)))
                .findFirst()
                .ifPresent(method -> {
                    throw new KnowledgeException(
                            root.location(),
                            "'" + method + "' sets something, so it must not stand in 'returns-itself'");
                });
    }

    private static SourceModel model(Node root, Fields fields) {
        return new SourceModel(
                fields.text("source"),
                fields.text("name"),
                fields.text("artifact", ""),
                fields.texts("other-artifacts"),
                fields.word("kind", ConnectionSource.Kind.class),
                fields.node("types")
                        .map(node -> Fields.byName(node, TypeReader::read))
                        .orElseThrow(() -> new KnowledgeException(root.location(), "the key 'types' is missing")),
                fields.node("settings").map(SourceReader::settings).orElse(Map.of()),
                fields.text("driver", ""),
                fields.texts("driver-property-prefixes"),
                fields.text("xml-key-prefix", ""),
                items(fields, "delegates").map(SourceReader::delegate).toList(),
                fields.word("renews", SourceModel.Renews.class),
                startup(fields));
    }

    private static Startup startup(Fields fields) {
        return new Startup(
                items(fields, "adjusts").map(AdjustmentReader::read).toList(),
                items(fields, "opens")
                        .map(node -> Fields.word(node, Property.class))
                        .toList(),
                fields.node("probes-when").map(ComparisonReader::all).orElse(List.of()),
                fields.texts("other-keys"),
                fields.node("bounds-connect-when").map(ComparisonReader::all).orElse(List.of()),
                fields.node("passes-on-login-timeout")
                        .map(node -> List.of(Fields.word(node, Property.class)))
                        .orElse(List.of()),
                fields.flag("starts-when-made"));
    }

    private static Stream<Node> items(Fields fields, String key) {
        return fields.node(key).map(Fields::items).orElse(List.of()).stream();
    }

    static Map<Property, SettingModel> settings(Node node) {
        List<String> properties =
                Arrays.stream(Property.values()).map(Fields::kebab).toList();
        Fields.of(node, properties);
        Map<Property, SettingModel> settings = new TreeMap<>();
        for (Entry entry : Fields.mapping(node).entries()) {
            Property property = Fields.word(entry.key(), Property.class);
            settings.put(property, SettingReader.read(property, entry.value()));
        }
        return settings;
    }

    private static Delegate delegate(Node node) {
        Fields fields = Fields.of(node, DELEGATE_KEYS);
        return new Delegate(
                fields.text("key-prefix", ""),
                fields.text("key", ""),
                fields.text("value-part", ""),
                fields.texts("alone"),
                fields.text("present", ""),
                fields.text("product"),
                items(fields, "hands-over").map(SourceReader::handedOver).toList());
    }

    private static HandedOver handedOver(Node node) {
        Fields fields = Fields.of(node, List.of("setting", "from", "before"));
        return new HandedOver(fields.word("setting", Property.class), AdjustmentReader.range(fields));
    }
}

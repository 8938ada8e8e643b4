package io.github.lambdadb.knowledge;

import io.github.lambdadb.document.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a knowledge file about a container. */
final class ContainerReader {
    private ContainerReader() {}

    static ContainerModel read(Node root) {
        Fields fields = Fields.of(
                root,
                List.of(
                        "container",
                        "starts",
                        "lookups",
                        "scans",
                        "components",
                        "factories",
                        "imports",
                        "files",
                        "conditions",
                        "framework",
                        "bindings",
                        "values",
                        "properties",
                        "serving",
                        "sources",
                        "accessors",
                        "schema-settings",
                        "snapshot"));
        return new ContainerModel(
                fields.text("container"),
                fields.texts("starts"),
                fields.texts("lookups"),
                fields.texts("scans"),
                fields.texts("components"),
                fields.texts("factories"),
                fields.texts("imports"),
                fields.texts("files"),
                fields.texts("conditions"),
                fields.text("framework", ""),
                fields.texts("bindings"),
                fields.texts("values"),
                lists(fields, "properties"),
                fields.node("serving").map(ContainerReader::serving).orElseGet(ContainerReader::none),
                items(fields.node("sources")).stream()
                        .map(ContainerReader::source)
                        .toList(),
                items(fields.node("accessors")).stream()
                        .map(ContainerReader::accessor)
                        .toList(),
                lists(fields, "schema-settings").entrySet().stream()
                        .map(setting -> new ContainerModel.SchemaSetting(setting.getKey(), setting.getValue()))
                        .toList(),
                fields.node("snapshot").map(ContainerReader::snapshot).stream().toList());
    }

    private static List<Node> items(Optional<Node> list) {
        return list.map(Fields::items).orElse(List.of());
    }

    private static ContainerModel.Serving none() {
        return new ContainerModel.Serving(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty());
    }

    private static ContainerModel.Serving serving(Node node) {
        Fields fields = Fields.of(
                node, List.of("handlers", "artifacts", "around", "roots", "methods", "functions", "dispatch"));
        return new ContainerModel.Serving(
                fields.texts("handlers"),
                fields.texts("artifacts"),
                fields.texts("around"),
                fields.texts("roots"),
                fields.texts("methods"),
                fields.texts("functions"),
                fields.node("dispatch").map(ContainerReader::dispatch));
    }

    private static ContainerModel.Dispatch dispatch(Node node) {
        Fields fields = Fields.of(node, List.of("artifacts", "key", "annotation"));
        return new ContainerModel.Dispatch(fields.texts("artifacts"), fields.text("key"), fields.text("annotation"));
    }

    private static ContainerModel.Accessor accessor(Node node) {
        Fields fields = Fields.of(node, List.of("types", "annotations", "unless"));
        return new ContainerModel.Accessor(fields.texts("types"), fields.texts("annotations"), fields.texts("unless"));
    }

    private static ContainerModel.SnapshotModel snapshot(Node node) {
        Fields fields =
                Fields.of(node, List.of("artifact", "from", "needs", "products", "suspends-with", "opens-at-start"));
        return new ContainerModel.SnapshotModel(
                fields.text("artifact", ""),
                fields.text("from", ""),
                fields.texts("needs"),
                fields.texts("products"),
                fields.text("suspends-with", ""),
                fields.texts("opens-at-start"));
    }

    private static ManagedSource source(Node node) {
        Fields fields = Fields.of(node, List.of("prefix", "names", "needs", "root", "replaced-by", "chooser", "pools"));
        return new ManagedSource(
                fields.text("prefix"),
                fields.word("names", ManagedSource.Names.class, ManagedSource.Names.NONE),
                fields.texts("needs"),
                fields.texts("root"),
                fields.text("replaced-by", ""),
                fields.text("chooser", ""),
                items(fields.node("pools")).stream().map(ContainerReader::pool).toList());
    }

    private static ManagedSource.Pool pool(Node node) {
        Fields fields =
                Fields.of(node, List.of("product", "type", "below", "keys", "driver", "sets", "brought-by", "only-by"));
        return new ManagedSource.Pool(
                fields.text("product"),
                fields.text("type"),
                fields.text("below", ""),
                fields.textsByName("keys"),
                fields.text("driver", ""),
                fields.textsByName("sets"),
                fields.texts("brought-by"),
                fields.texts("only-by"));
    }

    private static Map<String, List<String>> lists(Fields fields, String key) {
        return fields.node(key)
                .map(node -> Fields.byName(node, Fields::textsOf))
                .orElse(Map.of());
    }
}

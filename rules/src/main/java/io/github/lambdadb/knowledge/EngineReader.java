package io.github.lambdadb.knowledge;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.knowledge.EngineModel.Cap;
import io.github.lambdadb.knowledge.EngineModel.ClassDefault;
import io.github.lambdadb.knowledge.EngineModel.Formula;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the file of an engine, and that of the instance classes. */
final class EngineReader {
    private static final List<String> KEYS = List.of(
            "engine", "name", "names", "maximum", "classes", "capacities", "capped", "reserved", "reserved-for");

    private EngineReader() {}

    static EngineModel engine(Node root) {
        Fields fields = Fields.of(root, KEYS);
        return new EngineModel(
                fields.text("engine"),
                fields.text("name"),
                fields.texts("names"),
                items(fields.node("maximum")).stream()
                        .map(EngineReader::formula)
                        .toList(),
                items(fields.node("classes")).stream()
                        .map(EngineReader::classDefault)
                        .toList(),
                capacities(fields.node("capacities")),
                fields.node("capped").stream().map(EngineReader::cap).toList(),
                number(root, fields.text("reserved")),
                fields.text("reserved-for", ""));
    }

    static InstanceModel instances(Node root) {
        Fields fields = Fields.of(root, List.of("memory", "share"));
        Map<String, Map<String, Double>> memory = fields.node("memory")
                .map(node -> Fields.byName(node, sizes -> Fields.byName(sizes, EngineReader::decimal)))
                .orElse(Map.of());
        Map<Double, Double> shares = new TreeMap<>();
        fields.node("share")
                .map(node -> Fields.byName(node, EngineReader::decimal))
                .orElse(Map.of())
                .forEach((from, share) -> shares.put(Double.valueOf(from), share));
        return new InstanceModel(memory, shares);
    }

    private static Formula formula(Node node) {
        Fields fields = Fields.of(node, List.of("default", "from", "before"));
        return new Formula(
                fields.text("default"), new VersionRange(fields.text("from", ""), fields.text("before", "")));
    }

    private static ClassDefault classDefault(Node node) {
        Fields fields = Fields.of(node, List.of("size", "of", "maximum"));
        return new ClassDefault(fields.text("size"), fields.texts("of"), number(node, fields.text("maximum")));
    }

    private static Map<Integer, Integer> capacities(Optional<Node> node) {
        Map<Integer, Integer> capacities = new TreeMap<>();
        node.map(present -> Fields.byName(present, item -> number(item, Fields.text(item))))
                .orElse(Map.of())
                .forEach((units, sessions) -> capacities.put(Integer.valueOf(units), sessions));
        return capacities;
    }

    private static Cap cap(Node node) {
        Fields fields = Fields.of(node, List.of("below", "maximum"));
        return new Cap(number(node, fields.text("below")), number(node, fields.text("maximum")));
    }

    private static List<Node> items(Optional<Node> node) {
        return node.map(Fields::items).orElse(List.of());
    }

    private static int number(Node node, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException malformed) {
            throw new KnowledgeException(node.location(), "'" + text + "' is no number");
        }
    }

    private static double decimal(Node node) {
        try {
            return Double.parseDouble(Fields.text(node));
        } catch (NumberFormatException malformed) {
            throw new KnowledgeException(node.location(), "'" + Fields.text(node) + "' is no number");
        }
    }
}

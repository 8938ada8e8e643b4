package io.github.lambdadb.knowledge;

import io.github.lambdadb.document.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads what the methods of types mean: {@code types} by name, each with the methods of each meaning. */
final class CallReader {
    private static final List<String> KEYS = List.of(
            "borrows",
            "derives",
            "queries",
            "validates",
            "bookkeeping",
            "closes",
            "evicts",
            "shares",
            "registers",
            "changes-schema",
            "declares",
            "wraps");

    private CallReader() {}

    static List<CallModel> read(Node root) {
        Fields file = Fields.of(root, List.of("calls", "artifacts", "types"));
        file.text("calls");
        file.texts("artifacts");
        Node types = file.node("types")
                .orElseThrow(() -> new KnowledgeException(root.location(), "the key 'types' is missing"));
        List<CallModel> calls = new ArrayList<>();
        for (Map.Entry<String, Fields> type :
                Fields.byName(types, node -> Fields.of(node, KEYS)).entrySet()) {
            calls.add(call(type.getKey(), type.getValue()));
        }
        return calls;
    }

    private static CallModel call(String type, Fields fields) {
        return new CallModel(
                type,
                fields.texts("borrows"),
                fields.texts("derives"),
                fields.texts("queries"),
                fields.texts("validates"),
                fields.texts("bookkeeping"),
                fields.texts("closes"),
                fields.texts("evicts"),
                fields.texts("shares"),
                fields.texts("registers"),
                fields.texts("changes-schema"),
                fields.texts("declares"),
                fields.flag("wraps"));
    }
}

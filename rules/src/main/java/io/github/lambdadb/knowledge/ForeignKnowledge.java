package io.github.lambdadb.knowledge;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.document.Node.Entry;
import io.github.lambdadb.document.Node.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A file of a project or of a third party's jar: its keys say what it describes, {@code overrides} that it may replace. */
record ForeignKnowledge(String folder, Mapping root, boolean overrides) {
    private static final String OVERRIDES = "overrides";

    /** The first key that is there decides: the file of a source may name a driver too. */
    private static final Map<String, String> FOLDERS = folders();

    private static Map<String, String> folders() {
        Map<String, String> folders = new LinkedHashMap<>();
        folders.put("source", "sources");
        folders.put("driver", "drivers");
        folders.put("wrapper", "wrappers");
        folders.put("calls", "calls");
        folders.put("container", "containers");
        folders.put("framework", "frameworks");
        folders.put("credentials", "credentials");
        folders.put("threads", "threads");
        folders.put("engine", "engines");
        folders.put("memory", "instances");
        folders.put("interfaces", "functions");
        folders.put("layers", "tracers");
        return folders;
    }

    static ForeignKnowledge of(Node node) {
        Mapping root = Fields.mapping(node);
        String kind = FOLDERS.keySet().stream()
                .filter(key -> root.get(key).isPresent())
                .findFirst()
                .orElseThrow(() -> new KnowledgeException(
                        root.location(),
                        "nothing says what is described; one of these keys is expected: "
                                + String.join(", ", FOLDERS.keySet())));
        List<Entry> rest = new ArrayList<>();
        boolean overrides = false;
        for (Entry entry : root.entries()) {
            if (entry.key().text().equals(OVERRIDES)) {
                overrides = Fields.flag(entry.value());
            } else {
                rest.add(entry);
            }
        }
        return new ForeignKnowledge(
                FOLDERS.getOrDefault(kind, kind), new Mapping(rest, root.tag(), root.location()), overrides);
    }
}

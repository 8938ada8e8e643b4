package io.github.lambdadb.frontend.template.cloudformation;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.document.Node.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The entries of a mapping by key, so that each is found at once however many there are. */
final class Keys {
    private Keys() {}

    static Map<String, Node> of(Mapping mapping) {
        Map<String, Node> byKey = new LinkedHashMap<>();
        mapping.entries().forEach(entry -> byKey.put(entry.key().text(), entry.value()));
        return byKey;
    }

    /** The entries below that key; none when there is no mapping. */
    static Map<String, Node> below(Mapping mapping, String key) {
        return mapping.mapping(key).map(Keys::of).orElseGet(Map::of);
    }

    static Optional<Node> get(Map<String, Node> byKey, String key) {
        return Optional.ofNullable(byKey.get(key));
    }
}

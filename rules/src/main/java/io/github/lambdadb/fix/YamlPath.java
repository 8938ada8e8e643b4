package io.github.lambdadb.fix;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.document.Node.Entry;
import io.github.lambdadb.document.Node.Mapping;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An entry of a YAML document with the mappings around it.
 *
 * @param keys from the outermost to the entry's own, as they are written
 * @param around the mapping that holds it
 */
record YamlPath(List<String> keys, Mapping around, Entry entry) {
    YamlPath {
        keys = List.copyOf(keys);
    }

    /** The entry whose key stands there. */
    static Optional<YamlPath> to(List<Node> documents, Location key) {
        return documents.stream()
                .flatMap(document -> document.asMapping().stream())
                .flatMap(document -> to(document, key, List.of()).stream())
                .findFirst();
    }

    private static Optional<YamlPath> to(Mapping mapping, Location key, List<String> above) {
        for (Entry entry : mapping.entries()) {
            List<String> keys = new ArrayList<>(above);
            keys.add(entry.key().text());
            Optional<YamlPath> found = entry.key().location().equals(key)
                    ? Optional.of(new YamlPath(keys, mapping, entry))
                    : entry.value().asMapping().flatMap(below -> to(below, key, keys));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The keys as one. */
    String key() {
        return String.join(".", keys);
    }

    /** What all keys of the mapping around begin with. */
    String prefix() {
        return keys.subList(0, keys.size() - 1).stream().map(each -> each + ".").collect(Collectors.joining());
    }
}

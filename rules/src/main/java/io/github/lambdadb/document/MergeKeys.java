package io.github.lambdadb.document;

import io.github.lambdadb.document.Node.Entry;
import io.github.lambdadb.document.Node.Mapping;
import io.github.lambdadb.document.Node.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Replaces {@code <<} by the entries of the mappings it names, as the readers of templates and Spring's YAML do. */
final class MergeKeys {
    private MergeKeys() {}

    static List<Entry> expand(List<Entry> entries) {
        if (entries.stream().noneMatch(MergeKeys::isMerge)) {
            return entries;
        }
        List<Entry> own = new ArrayList<>();
        List<Mapping> merged = new ArrayList<>();
        for (Entry entry : entries) {
            if (isMerge(entry)) {
                merged.addAll(mappings(entry.value()));
            } else {
                own.add(entry);
            }
        }
        Set<String> seen = new HashSet<>();
        own.forEach(entry -> seen.add(entry.key().text()));
        List<Entry> all = new ArrayList<>();
        for (Mapping mapping : merged) {
            mapping.entries().stream()
                    .filter(entry -> seen.add(entry.key().text()))
                    .forEach(all::add);
        }
        all.addAll(own);
        return all;
    }

    private static boolean isMerge(Entry entry) {
        return entry.key().plain()
                && entry.key().text().equals("<<")
                && !mappings(entry.value()).isEmpty();
    }

    private static List<Mapping> mappings(Node node) {
        if (node instanceof Sequence sequence) {
            return sequence.items().stream()
                    .flatMap(item -> item.asMapping().stream())
                    .toList();
        }
        return node.asMapping().stream().toList();
    }
}

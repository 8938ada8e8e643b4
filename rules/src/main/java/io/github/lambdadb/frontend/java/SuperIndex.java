package io.github.lambdadb.frontend.java;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which files write which names after {@code extends} and {@code implements}, from one light pass over all files. */
final class SuperIndex {
    private final Map<String, List<SourceFile>> bySimpleName = new HashMap<>();
    /** What may be meant by a name that is written there, to the files that write it. */
    private final Map<String, List<SourceFile>> byCandidate = new HashMap<>();

    SuperIndex(SourceTree tree, SourceIndex index) {
        for (SourceFile file : tree.files()) {
            FileHeader header = index.scan(file);
            Set<String> simple = new LinkedHashSet<>();
            Set<String> candidates = new LinkedHashSet<>();
            for (String written : header.supers()) {
                simple.add(written.substring(written.lastIndexOf('.') + 1));
                candidates.addAll(header.candidates(written));
            }
            simple.forEach(name -> bySimpleName
                    .computeIfAbsent(name, key -> new ArrayList<>(1))
                    .add(file));
            candidates.forEach(name ->
                    byCandidate.computeIfAbsent(name, key -> new ArrayList<>(1)).add(file));
        }
    }

    /** The files that may extend a type of that simple name. */
    List<SourceFile> files(String simpleName) {
        return bySimpleName.getOrDefault(simpleName, List.of());
    }

    /** Qualified names of what may be extended in the sources, with the files that may do so. */
    Map<String, List<SourceFile>> candidates() {
        return byCandidate;
    }
}

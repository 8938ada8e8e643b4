package io.github.lambdadb.frontend.java;

import io.github.lambdadb.ir.TypeDecl;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a light scan tells of a file without a parse.
 *
 * @param imports simple name to the qualified name of a single-type import
 * @param starImports packages and types of star imports
 * @param types qualified names of the top-level and nested types
 * @param supers what is written after {@code extends} and {@code implements}, dotted names without arguments
 */
record FileHeader(
        String packageName,
        Map<String, String> imports,
        List<String> starImports,
        Map<String, TypeDecl.Kind> types,
        Set<String> supers) {
    FileHeader {
        imports = Map.copyOf(imports);
        starImports = List.copyOf(starImports);
        types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        supers = Collections.unmodifiableSet(new LinkedHashSet<>(supers));
    }

    /** The qualified names that a name written in this file may stand for, the likeliest first. */
    List<String> candidates(String written) {
        int dot = written.indexOf('.');
        String head = dot < 0 ? written : written.substring(0, dot);
        String tail = dot < 0 ? "" : written.substring(dot);
        String imported = imports.getOrDefault(head, "");
        if (!imported.isEmpty()) {
            return List.of(imported + tail);
        }
        Set<String> names = new LinkedHashSet<>();
        names.add(packageName.isEmpty() ? written : packageName + "." + written);
        starImports.forEach(star -> names.add(star + "." + written));
        names.add("java.lang." + written);
        if (dot >= 0) {
            names.add(written);
        }
        return List.copyOf(names);
    }
}

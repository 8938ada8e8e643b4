package io.github.lambdadb.frontend.java;

import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.ir.TypeDecl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From the qualified name of a type to the file that declares it, found by file names first and light scans second. */
final class SourceIndex {
    private static final FileHeader NO_HEADER = new FileHeader("", Map.of(), List.of(), Map.of(), Set.of());

    private final SourceTree tree;
    private final Map<String, SourceFile> primary = new HashMap<>();
    private final Map<String, List<SourceFile>> packages = new HashMap<>();
    private final Map<String, FileHeader> headers = new HashMap<>();
    /** Per package that was scanned: its top-level types that are not named like their file. */
    private final Map<String, Map<String, SourceFile>> secondary = new HashMap<>();

    private final Map<String, Optional<TypeDecl.Kind>> kinds = new HashMap<>();

    SourceIndex(SourceTree tree, GapLog gaps) {
        this.tree = tree;
        for (SourceFile file : tree.files()) {
            add(file, gaps);
            packages.computeIfAbsent(file.packageName(), key -> new ArrayList<>())
                    .add(file);
        }
    }

    /** Files are sorted by name and the first of a type wins, but those of the module itself win over a sibling's. */
    private void add(SourceFile file, GapLog gaps) {
        SourceFile other = primary.putIfAbsent(file.primaryType(), file);
        if (other == null
                || file.path().endsWith("package-info.java")
                || file.path().endsWith("module-info.java")) {
            return;
        }
        boolean wins = file.isOwn() && !other.isOwn();
        if (wins) {
            primary.put(file.primaryType(), file);
        }
        gaps.add(
                Gap.Kind.UNRESOLVED_SYMBOL,
                wins ? other.name() : file.name(),
                "Another file holds \"" + file.primaryType() + "\" too, and that one is analysed.");
    }

    boolean hasPackage(String name) {
        return packages.containsKey(name);
    }

    /** The file that declares the type, or the outermost type around it. */
    Optional<SourceFile> file(String type) {
        for (String prefix = type; ; prefix = prefix.substring(0, prefix.lastIndexOf('.'))) {
            SourceFile file = primary.get(prefix);
            if (file != null) {
                return Optional.of(file);
            }
            Optional<SourceFile> other = secondary(prefix);
            if (other.isPresent() || prefix.indexOf('.') < 0) {
                return other;
            }
        }
    }

    /** What kind of type the sources declare under that name; empty when they do not. */
    Optional<TypeDecl.Kind> kind(String type) {
        return kinds.computeIfAbsent(type, this::findKind);
    }

    /** The header of a file, scanned once. */
    FileHeader header(SourceFile file) {
        FileHeader known = headers.get(file.name());
        if (known == null) {
            known = scan(file);
            headers.put(file.name(), known);
        }
        return known;
    }

    /** The same without keeping it: for passes over all files. */
    FileHeader scan(SourceFile file) {
        return tree.load(file)
                ? HeaderScan.of(tree.bytes().bytes(), tree.bytes().length())
                : NO_HEADER;
    }

    private Optional<TypeDecl.Kind> findKind(String type) {
        Optional<SourceFile> file = file(type);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        FileHeader header = header(file.get());
        TypeDecl.Kind kind = header.types().get(type);
        if (kind == null && header.types().isEmpty() && type.equals(file.get().primaryType())) {
            // a compact source file declares no type but is one
            return Optional.of(TypeDecl.Kind.CLASS);
        }
        return Optional.ofNullable(kind);
    }

    private Optional<SourceFile> secondary(String type) {
        int dot = type.lastIndexOf('.');
        String packageName = dot < 0 ? "" : type.substring(0, dot);
        if (!packages.containsKey(packageName)) {
            return Optional.empty();
        }
        Map<String, SourceFile> known = secondary.get(packageName);
        if (known == null) {
            known = scanPackage(packageName);
            secondary.put(packageName, known);
        }
        return Optional.ofNullable(known.get(type));
    }

    private Map<String, SourceFile> scanPackage(String packageName) {
        Map<String, SourceFile> found = new HashMap<>();
        for (SourceFile file : packages.getOrDefault(packageName, List.of())) {
            for (String type : header(file).types().keySet()) {
                if (type.lastIndexOf('.') == (packageName.isEmpty() ? -1 : packageName.length())
                        && !type.equals(file.primaryType())) {
                    found.putIfAbsent(type, file);
                }
            }
        }
        return found;
    }
}

package io.github.lambdadb.frontend.java;

import io.github.lambdadb.ir.TypeDecl;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Finds the source types that carry an annotation: candidates from the imports of a light pass, the truth from the lowered files. */
final class Annotated {
    private final SourceTree tree;
    private final SourceIndex index;
    private final Function<SourceFile, FileLowering> lowered;
    private final Map<String, List<TypeDecl>> answers = new HashMap<>();

    Annotated(SourceTree tree, SourceIndex index, Function<SourceFile, FileLowering> lowered) {
        this.tree = tree;
        this.index = index;
        this.lowered = lowered;
    }

    List<TypeDecl> with(String annotation) {
        List<TypeDecl> answer = answers.get(annotation);
        if (answer == null) {
            answer = find(annotation);
            answers.put(annotation, answer);
        }
        return answer;
    }

    private List<TypeDecl> find(String annotation) {
        List<TypeDecl> found = new ArrayList<>();
        for (SourceFile file : tree.files()) {
            if (mayName(index.scan(file), annotation)) {
                lowered.apply(file).types().values().stream()
                        .filter(type -> type.annotations().stream()
                                .anyMatch(each -> each.type().name().equals(annotation)))
                        .forEach(found::add);
            }
        }
        found.sort(Comparator.comparing(TypeDecl::name));
        return List.copyOf(found);
    }

    private static boolean mayName(FileHeader header, String annotation) {
        int dot = annotation.lastIndexOf('.');
        return header.imports().containsValue(annotation)
                || header.starImports().contains(annotation.substring(0, dot))
                || header.packageName().equals(annotation.substring(0, dot));
    }
}

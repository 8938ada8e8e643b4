package io.github.lambdadb.fix;

import io.github.lambdadb.frontend.java.JavaOutline;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The files that fixes are about, each read and parsed once. */
final class Texts {
    private final Path root;
    private final Map<String, Optional<SourceText>> texts = new HashMap<>();
    private final Map<String, Optional<JavaOutline>> outlines = new HashMap<>();

    Texts(Path root) {
        this.root = root;
    }

    Optional<SourceText> of(String file) {
        return texts.computeIfAbsent(file, each -> SourceText.read(root, each));
    }

    Optional<JavaOutline> outline(String file) {
        return outlines.computeIfAbsent(file, each -> of(each).flatMap(text -> JavaOutline.of(each, text.text())));
    }
}

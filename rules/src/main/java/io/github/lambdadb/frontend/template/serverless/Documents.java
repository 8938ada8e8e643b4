package io.github.lambdadb.frontend.template.serverless;

import io.github.lambdadb.document.DocumentException;
import io.github.lambdadb.document.Node;
import io.github.lambdadb.document.YamlDocument;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.frontend.template.TemplateFiles;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The documents of one service: its own and those that it names, each read at most once. */
final class Documents {
    private static final int MOST = 100;
    private static final List<String> ENDINGS = List.of(".yml", ".yaml", ".json");

    private final TemplateFiles files;
    private final Path service;
    private final Map<Path, Optional<Node>> read = new HashMap<>();

    Documents(TemplateFiles files, Path service) {
        this.files = files;
        this.service = service;
    }

    /** A document by its path relative to the service; empty when it is no YAML or JSON inside the root. */
    Optional<Node> document(String relative) {
        boolean isDocument = ENDINGS.stream().anyMatch(relative::endsWith);
        return isDocument ? files.beside(service, relative).flatMap(this::document) : Optional.empty();
    }

    Optional<Node> document(Path file) {
        Optional<Node> known = read.get(file);
        if (known == null) {
            known = read.size() < MOST ? files.text(file).flatMap(text -> parsed(file, text)) : Optional.empty();
            read.put(file, known);
        }
        return known;
    }

    private Optional<Node> parsed(Path file, String text) {
        try {
            return YamlDocument.parse(files.reported(file), text).stream().findFirst();
        } catch (DocumentException malformed) {
            files.gap(
                    Gap.Kind.UNPARSABLE_FILE,
                    malformed.location(),
                    "The template cannot be read: " + malformed.problem() + ".");
            return Optional.empty();
        }
    }
}

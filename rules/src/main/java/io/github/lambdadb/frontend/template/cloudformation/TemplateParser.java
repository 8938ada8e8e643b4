package io.github.lambdadb.frontend.template.cloudformation;

import io.github.lambdadb.document.DocumentException;
import io.github.lambdadb.document.YamlDocument;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.frontend.template.TemplateFiles;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells which files are templates, and parses each of them once. */
final class TemplateParser {
    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json", ".template");

    /** Types of resources of which a template that matters here has one. */
    private static final List<String> TYPES = List.of(
            "AWS::Lambda::",
            "AWS::Serverless::",
            "AWS::RDS::",
            "AWS::DSQL::",
            "AWS::SecretsManager::RotationSchedule",
            "AWS::CloudFormation::Stack");

    private final TemplateFiles files;
    private final Map<Path, Optional<Template>> templates = new HashMap<>();

    TemplateParser(TemplateFiles files) {
        this.files = files;
    }

    List<Template> all() {
        return files.ending(ENDINGS).stream()
                .filter(file -> files.mentions(file, TYPES))
                .flatMap(file -> template(file).stream())
                .toList();
    }

    /** The template of a file; empty when it is none, or when it cannot be read, which is told. */
    Optional<Template> template(Path file) {
        return templates.computeIfAbsent(file, this::parse);
    }

    private Optional<Template> parse(Path file) {
        Optional<String> text = files.text(file).filter(read -> read.contains("Resources"));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return YamlDocument.parse(files.reported(file), text.get()).stream()
                    .flatMap(document -> Template.of(file, document).stream())
                    .findFirst();
        } catch (DocumentException malformed) {
            files.gap(
                    Gap.Kind.UNPARSABLE_FILE,
                    malformed.location(),
                    "The template cannot be parsed: " + malformed.problem() + ".");
            return Optional.empty();
        }
    }
}

package io.github.lambdadb.frontend.template.cloudformation;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.document.Node.Entry;
import io.github.lambdadb.document.Node.Mapping;
import io.github.lambdadb.source.Location;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A template as written, its sections by name; what has the wrong shape is left out. */
record Template(
        Path path,
        Mapping root,
        Map<String, TemplateResource> resources,
        Map<String, Node> parameters,
        Map<String, Node> mappings,
        Map<String, Node> conditions,
        Map<String, Node> outputs) {
    /** Macros of AWS whose effect the readers know or that touch nothing of what they read; others may change anything. */
    private static final List<String> TRANSFORMS =
            List.of("AWS::Serverless-", "AWS::LanguageExtensions", "AWS::CodeDeployBlueGreen", "AWS::SecretsManager-");

    /** The template that a document is; empty when it deploys nothing in CloudFormation's way. */
    static Optional<Template> of(Path path, Node document) {
        if (!(document instanceof Mapping root)) {
            return Optional.empty();
        }
        Map<String, TemplateResource> resources = resources(root);
        return resources.isEmpty()
                ? Optional.empty()
                : Optional.of(new Template(
                        path,
                        root,
                        resources,
                        Keys.below(root, "Parameters"),
                        Keys.below(root, "Mappings"),
                        Keys.below(root, "Conditions"),
                        Keys.below(root, "Outputs")));
    }

    private static Map<String, TemplateResource> resources(Mapping root) {
        Map<String, TemplateResource> resources = new LinkedHashMap<>();
        for (Entry entry : entries(root, "Resources")) {
            entry.value()
                    .asMapping()
                    .ifPresent(body -> body.scalar("Type")
                            .filter(type -> type.text().contains("::"))
                            .ifPresent(type -> resources.put(
                                    entry.key().text(),
                                    new TemplateResource(
                                            entry.key().text(),
                                            type.text(),
                                            entry.key().location(),
                                            body))));
        }
        return resources;
    }

    private static List<Entry> entries(Mapping root, String section) {
        return root.mapping(section).map(Mapping::entries).orElseGet(List::of);
    }

    /** Where something is added that the file does not show: loops, included texts, and macros of the account. */
    Stream<Location> additions() {
        Stream<Location> within = Stream.concat(root.entries().stream(), entries(root, "Resources").stream())
                .filter(entry -> entry.key().text().equals("Fn::Transform")
                        || entry.key().text().startsWith("Fn::ForEach::"))
                .map(entry -> entry.key().location());
        return Stream.concat(macros(), within);
    }

    private Stream<Location> macros() {
        return root.get("Transform").stream()
                .flatMap(transform -> transform
                        .asSequence()
                        .map(list -> list.items().stream())
                        .orElseGet(() -> Stream.of(transform)))
                .filter(macro -> macro.asScalar()
                        .filter(name -> TRANSFORMS.stream().anyMatch(name.text()::startsWith))
                        .isEmpty())
                .map(Node::location);
    }

    Optional<Mapping> functionGlobals() {
        return root.mapping("Globals").flatMap(globals -> globals.mapping("Function"));
    }
}

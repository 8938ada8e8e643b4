package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.document.DocumentException;
import io.github.lambdadb.document.Node;
import io.github.lambdadb.document.YamlDocument;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.frontend.template.TemplateFiles;
import io.github.lambdadb.source.Location;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the resources of plans, as {@code terraform show -json} writes them. */
final class PlanReader {
    private static final String MARK = "\"planned_values\"";
    private static final int DEEPEST = 20;

    private final TemplateFiles files;

    PlanReader(TemplateFiles files) {
        this.files = files;
    }

    /** The resources of each plan. */
    List<List<Resource>> plans() {
        return files.ending(List.of(".json")).stream()
                .filter(file -> files.mentions(file, List.of(MARK)))
                .map(this::resources)
                .filter(resources -> !resources.isEmpty())
                .toList();
    }

    private List<Resource> resources(Path file) {
        Optional<Node.Mapping> plan = files.text(file).flatMap(text -> parsed(file, text));
        Optional<Node.Mapping> planned =
                plan.flatMap(whole -> whole.mapping("planned_values")).flatMap(values -> values.mapping("root_module"));
        if (planned.isEmpty()) {
            return List.of();
        }
        Map<String, Node.Mapping> found = new LinkedHashMap<>();
        collect(planned.get(), found, 0);
        if (found.size() > Project.MOST_RESOURCES) {
            files.gap(
                    Gap.Kind.BUDGET_EXHAUSTED,
                    Location.ofLine(files.reported(file), 1),
                    "The plan has more than " + Project.MOST_RESOURCES + " resources.");
            return List.of();
        }
        PlanReferences references = new PlanReferences(plan.get(), found.keySet());
        Map<String, Node> unknown = unknown(plan.get());
        String reported = files.reported(file);
        int end = reported.lastIndexOf('/');
        List<Resource> all = new ArrayList<>();
        found.forEach((address, resource) -> {
            PlannedValues values =
                    new PlannedValues(address, resource, Optional.ofNullable(unknown.get(address)), references);
            String type = text(resource, "type");
            String name = text(resource, "name");
            all.add(new Resource(
                    address,
                    text(resource, "mode").equals("data") ? "data." + type : type,
                    name + PlanReferences.lastIndex(address),
                    resource.scalar("address").map(Node.Scalar::location).orElse(resource.location()),
                    end < 0 ? "" : reported.substring(0, end),
                    true,
                    values::argument));
        });
        return all;
    }

    private Optional<Node.Mapping> parsed(Path file, String text) {
        try {
            return YamlDocument.parse(files.reported(file), text).stream()
                    .findFirst()
                    .flatMap(Node::asMapping);
        } catch (DocumentException malformed) {
            files.gap(
                    Gap.Kind.UNPARSABLE_FILE,
                    malformed.location(),
                    "The plan cannot be read: " + malformed.problem() + ".");
            return Optional.empty();
        }
    }

    private static void collect(Node.Mapping module, Map<String, Node.Mapping> found, int depth) {
        for (Node.Mapping resource : mappings(module.get("resources"))) {
            resource.scalar("address").ifPresent(address -> found.putIfAbsent(address.text(), resource));
        }
        if (depth < DEEPEST && found.size() <= Project.MOST_RESOURCES) {
            mappings(module.get("child_modules")).forEach(child -> collect(child, found, depth + 1));
        }
    }

    /** By address, what a plan says will be known only after it has been carried out. */
    private static Map<String, Node> unknown(Node.Mapping plan) {
        Map<String, Node> all = new HashMap<>();
        for (Node.Mapping change : mappings(plan.get("resource_changes"))) {
            Optional<Node> after = change.mapping("change").flatMap(said -> said.get("after_unknown"));
            after.ifPresent(node -> all.put(text(change, "address"), node));
        }
        return all;
    }

    static List<Node.Mapping> mappings(Optional<Node> list) {
        return list.flatMap(Node::asSequence).map(Node.Sequence::items).orElse(List.of()).stream()
                .flatMap(item -> item.asMapping().stream())
                .toList();
    }

    static String text(Node.Mapping mapping, String name) {
        return mapping.scalar(name).map(Node.Scalar::text).orElse("");
    }
}

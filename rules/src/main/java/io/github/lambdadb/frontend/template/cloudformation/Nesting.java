package io.github.lambdadb.frontend.template.cloudformation;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.frontend.template.TemplateFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Follows templates into the ones that they nest, by paths relative to them. */
final class Nesting {
    private static final int DEEPEST = 8;
    private static final Map<String, String> LOCATIONS = Map.of(
            "AWS::CloudFormation::Stack", "TemplateURL",
            "AWS::Serverless::Application", "Location");

    private final TemplateFiles files;
    private final TemplateParser parser;
    private final Consumer<Obstacle> gaps;
    private final Exports exports;

    Nesting(TemplateFiles files, TemplateParser parser, Exports exports, Consumer<Obstacle> gaps) {
        this.files = files;
        this.parser = parser;
        this.gaps = gaps;
        this.exports = exports;
    }

    /** The templates that no other one nests; of those that only nest each other, the first. */
    List<Template> roots(List<Template> templates) {
        Set<Path> nested = new HashSet<>();
        for (Template template : templates) {
            Stack alone = Stack.root(template, new Budget(), exports, SamConfig.none());
            inner(alone, obstacle -> {})
                    .forEach(inner -> nested.add(inner.template().path()));
        }
        List<Template> roots = new ArrayList<>();
        Set<Path> reached = new HashSet<>();
        Stream.concat(
                        templates.stream().filter(template -> !nested.contains(template.path())),
                        templates.stream().filter(template -> nested.contains(template.path())))
                .filter(template -> !reached.contains(template.path()))
                .forEach(template -> {
                    roots.add(template);
                    reach(template, reached);
                });
        return roots;
    }

    private void reach(Template template, Set<Path> reached) {
        if (reached.add(template.path())) {
            inner(Stack.root(template, new Budget(), exports, SamConfig.none()), obstacle -> {})
                    .forEach(inner -> reach(inner.template(), reached));
        }
    }

    /** All resources of a template and of those that it nests. */
    Estate estate(Template root) {
        List<Placed> all = new ArrayList<>();
        add(Stack.root(root, new Budget(), exports, SamConfig.of(files, root.path())), Set.of(root.path()), all);
        return new Estate(all);
    }

    private void add(Stack stack, Set<Path> chain, List<Placed> all) {
        stack.template()
                .additions()
                .forEach(at -> gaps.accept(Obstacle.gap(at, "what is added to the template here is not seen")));
        List<Inner> inner = inner(stack, gaps);
        for (TemplateResource resource : stack.template().resources().values()) {
            if (resource.condition().map(stack::truth).orElse(Truth.HOLDS) != Truth.FAILS) {
                all.add(new Placed(stack.qualified(resource.id()), stack, resource, gaps));
            }
        }
        for (Inner each : inner) {
            Set<Path> longer = new HashSet<>(chain);
            boolean isNew = longer.add(each.template().path());
            if (!isNew
                    || longer.size() > DEEPEST
                    || !stack.budget().mayNest(each.template().resources().size())) {
                gaps.accept(Obstacle.gap(each.resource().location(), "the nesting of stacks has no end"));
            } else {
                add(stack.nest(each.resource().id(), each.template(), each.arguments()), longer, all);
            }
        }
    }

    /** A template that a resource nests, and what it is given. */
    private record Inner(TemplateResource resource, Template template, Arguments arguments) {}

    private List<Inner> inner(Stack stack, Consumer<Obstacle> told) {
        List<Inner> found = new ArrayList<>();
        for (TemplateResource resource : stack.template().resources().values()) {
            String key = LOCATIONS.get(resource.type());
            if (key != null) {
                Placed place = new Placed(resource.id(), stack, resource, told);
                Optional<Template> template = template(place, key);
                template.ifPresent(inner -> found.add(new Inner(resource, inner, arguments(place))));
                if (template.isEmpty()) {
                    told.accept(Obstacle.gap(resource.location(), "the template of this nested stack is not here"));
                }
            }
        }
        return found;
    }

    private Optional<Template> template(Placed place, String key) {
        Stream<Text> assets = place.metadata().texts("aws:asset:path").options().stream();
        Stream<Text> written = place.properties().hasKeysBelow(key)
                ? Stream.empty()
                : place.properties().texts(key).options().stream();
        return Stream.concat(assets, written)
                .flatMap(path -> files.beside(place.stack().template().path(), path.text()).stream())
                .flatMap(path -> parser.template(path).stream())
                .findFirst();
    }

    private static Arguments arguments(Placed place) {
        Map<String, Node> nodes = place.resource()
                .body()
                .mapping("Properties")
                .map(properties -> Keys.below(properties, "Parameters"))
                .orElseGet(Map::of);
        return new Arguments(nodes, place.stack().evaluator(place.resource()));
    }
}

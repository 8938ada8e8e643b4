package io.github.lambdadb.frontend.template.cloudformation;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.frontend.template.TemplateFiles;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the stacks of a repository export, for those that import it. */
final class Exports {
    /** Names that agree in less than this are not taken for the same. */
    private static final int LEAST_LITERAL = 3;

    private static final Pattern HOLE = Pattern.compile("\\$\\{[^{}]*}");

    private final List<Export> all;

    /** One output of a stack: under which names, and what. */
    private record Export(List<String> names, Alternatives<Text> value) {}

    private Exports(List<Export> all) {
        this.all = List.copyOf(all);
    }

    static Exports none() {
        return new Exports(List.of());
    }

    /** Those of these templates, each deployed by itself; what they import themselves is not followed. */
    static Exports of(List<Template> templates, TemplateFiles files) {
        List<Export> all = new ArrayList<>();
        for (Template template : templates) {
            Stack stack = Stack.root(template, new Budget(), none(), SamConfig.of(files, template.path()));
            template.outputs()
                    .forEach((name, output) -> name(output)
                            .ifPresent(written -> stack.output(name)
                                    .ifPresent(value -> all.add(new Export(
                                            stack.evaluator().texts(written).options().stream()
                                                    .map(Text::text)
                                                    .toList(),
                                            value)))));
        }
        return new Exports(all);
    }

    private static Optional<Node> name(Node output) {
        return output.asMapping()
                .flatMap(entries -> entries.get("Export"))
                .flatMap(Node::asMapping)
                .flatMap(export -> export.get("Name"));
    }

    /** What is imported; a name that is known in part may be that of the only export that it fits. */
    Alternatives<Text> get(Text name, Location at) {
        Alternatives<Text> unknown = Alternatives.of(Text.hole("import:" + name.text(), at));
        String what = "imports " + name.text();
        return only(export -> export.names().contains(name.text()) && !Holes.isIn(name.text()))
                .map(export -> used(export, at, what))
                .or(() -> only(export -> export.names().stream().anyMatch(each -> fits(each, name.text())))
                        .map(export -> used(export, at, what).or(unknown)))
                .orElse(unknown);
    }

    private static Alternatives<Text> used(Export export, Location at, String what) {
        return export.value().then(text -> Alternatives.of(text.usedAt(at, what)));
    }

    private Optional<Export> only(Predicate<Export> matches) {
        List<Export> found = all.stream().filter(matches).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static boolean fits(String one, String other) {
        return literal(one) >= LEAST_LITERAL
                && literal(other) >= LEAST_LITERAL
                && (pattern(one).matcher(other).matches()
                        || pattern(other).matcher(one).matches());
    }

    private static int literal(String name) {
        return HOLE.matcher(name).replaceAll("").length();
    }

    private static Pattern pattern(String name) {
        String pattern = Stream.of(HOLE.split(name, -1)).map(Pattern::quote).collect(Collectors.joining(".{1,200}"));
        return Pattern.compile(pattern, Pattern.DOTALL);
    }
}

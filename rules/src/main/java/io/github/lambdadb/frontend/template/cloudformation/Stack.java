package io.github.lambdadb.frontend.template.cloudformation;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.document.Node.Mapping;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A template together with what it is given: it knows its parameters, conditions, outputs and the stacks nested in it. Each of
 * them is evaluated once; what refers to itself is not.
 */
final class Stack {
    private final Template template;
    private final String prefix;
    private final @Nullable Arguments arguments;
    private final Budget budget;
    private final Exports exports;
    private final SamConfig config;
    private final Map<String, Stack> nested = new HashMap<>();
    private final Map<String, Alternatives<Text>> texts = new HashMap<>();
    private final Map<String, Truth> truths = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    private Stack(
            Template template,
            String prefix,
            @Nullable Arguments arguments,
            Budget budget,
            Exports exports,
            SamConfig config) {
        this.template = template;
        this.prefix = prefix;
        this.arguments = arguments;
        this.budget = budget;
        this.exports = exports;
        this.config = config;
    }

    /** One that is deployed by itself, with what is given for its parameters. */
    static Stack root(Template template, Budget budget, Exports exports, SamConfig config) {
        return new Stack(template, "", null, budget, exports, config);
    }

    /** A stack that the resource of that id makes. */
    Stack nest(String id, Template inner, Arguments given) {
        Stack stack = new Stack(inner, prefix + id + ".", given, budget, exports, SamConfig.none());
        nested.put(id, stack);
        return stack;
    }

    Template template() {
        return template;
    }

    /** What this stack may import. */
    Exports exports() {
        return exports;
    }

    Budget budget() {
        return budget;
    }

    /** The name of something of this stack that is unique among the stacks nested in each other. */
    String qualified(String id) {
        return prefix + id;
    }

    /** What evaluates expressions of this stack. */
    Evaluator evaluator() {
        return new Evaluator(this, "");
    }

    /** What evaluates expressions of a resource, which knows that its condition holds. */
    Evaluator evaluator(TemplateResource resource) {
        return new Evaluator(this, resource.condition().orElse(""));
    }

    /** What a parameter comes to; empty when there is no such parameter. */
    Optional<Alternatives<Text>> parameter(String name) {
        return Keys.get(template.parameters(), name)
                .map(declaration -> once("parameter " + name, declaration, () -> parameter(name, declaration)));
    }

    private Alternatives<Text> parameter(String name, Node declaration) {
        Parameter parameter = new Parameter(qualified(name), declaration);
        Alternatives<Text> given = arguments == null ? config.get(name) : arguments.get(name);
        return given.mayBeAbsent() ? given.withoutAbsence().or(parameter.byDefault()) : parameter.given(given);
    }

    /** What an output of a nested stack comes to; empty when that stack or output is not known. */
    Optional<Alternatives<Text>> outputOf(String id, String output) {
        return Optional.ofNullable(nested.get(id)).flatMap(stack -> stack.output(output));
    }

    /** What an output of this stack comes to; empty when there is none of that name. */
    Optional<Alternatives<Text>> output(String name) {
        return Keys.get(template.outputs(), name)
                .flatMap(Node::asMapping)
                .flatMap(output -> output.get("Value"))
                .map(value -> once("output " + name, value, () -> evaluator().texts(value)));
    }

    Optional<Mapping> mapping(String name) {
        return Keys.get(template.mappings(), name).flatMap(Node::asMapping);
    }

    Truth truth(String condition) {
        Truth known = truths.get(condition);
        if (known != null) {
            return known;
        }
        if (!open.add("condition " + condition)) {
            return Truth.UNKNOWN;
        }
        Truth truth = Keys.get(template.conditions(), condition)
                .map(node -> new Truths(this).of(node))
                .orElse(Truth.UNKNOWN);
        open.remove("condition " + condition);
        truths.put(condition, truth);
        return truth;
    }

    private Alternatives<Text> once(String what, Node node, Supplier<Alternatives<Text>> evaluation) {
        Alternatives<Text> known = texts.get(what);
        if (known != null) {
            return known;
        }
        if (!open.add(what)) {
            return Alternatives.obstacle(Obstacle.gap(node.location(), "the " + what + " refers to itself"));
        }
        Alternatives<Text> result = evaluation.get();
        open.remove(what);
        texts.put(what, result);
        return result;
    }
}

package io.github.lambdadb.frontend.template.cloudformation;

import io.github.lambdadb.document.Node;
import java.util.List;
import java.util.Optional;

/** Evaluates conditions. */
final class Truths {
    private final Stack stack;

    Truths(Stack stack) {
        this.stack = stack;
    }

    Truth of(Node node) {
        try {
            return stack.budget().enter() ? evaluated(node) : Truth.UNKNOWN;
        } finally {
            stack.budget().leave();
        }
    }

    private Truth evaluated(Node node) {
        Optional<Node> named = node.asMapping()
                .filter(mapping -> mapping.entries().size() == 1)
                .flatMap(mapping -> mapping.get("Condition"));
        if (named.isPresent()) {
            return named(named.get());
        }
        return Intrinsic.of(node).map(this::called).orElse(Truth.UNKNOWN);
    }

    private Truth called(Intrinsic call) {
        List<Node> arguments = call.arguments();
        return switch (call.name()) {
            case "Condition" -> named(call.argument());
            case "Fn::Not" -> arguments.size() == 1 ? of(arguments.get(0)).negated() : Truth.UNKNOWN;
            case "Fn::And" -> Truth.all(arguments.stream().map(this::of).toList());
            case "Fn::Or" -> Truth.any(arguments.stream().map(this::of).toList());
            case "Fn::Equals" -> arguments.size() == 2 ? equal(arguments.get(0), arguments.get(1)) : Truth.UNKNOWN;
            default -> Truth.UNKNOWN;
        };
    }

    private Truth named(Node name) {
        return name.asScalar().map(scalar -> stack.truth(scalar.text())).orElse(Truth.UNKNOWN);
    }

    private Truth equal(Node left, Node right) {
        return only(left)
                .flatMap(one -> only(right).map(other -> equal(one, other)))
                .orElse(Truth.UNKNOWN);
    }

    private static Truth equal(Text one, Text other) {
        boolean areEqual = one.text().equals(other.text());
        boolean isOpen = !areEqual && (Holes.isIn(one.text()) || Holes.isIn(other.text()));
        return isOpen ? Truth.UNKNOWN : Truth.of(areEqual, one.isAssumed() || other.isAssumed());
    }

    private Optional<Text> only(Node node) {
        Alternatives<Text> texts = stack.evaluator().texts(node);
        boolean isOne = texts.options().size() == 1
                && !texts.mayBeAbsent()
                && texts.obstacles().isEmpty();
        return isOne ? Optional.of(texts.options().get(0)) : Optional.empty();
    }
}

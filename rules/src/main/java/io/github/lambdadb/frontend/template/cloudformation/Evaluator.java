package io.github.lambdadb.frontend.template.cloudformation;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.document.Node.Scalar;
import io.github.lambdadb.document.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Tells what the expressions of a stack may come to: as a text, as a list of texts, or as whatever shape they have. */
final class Evaluator {
    /** What only a deployment can tell, with no shape that would help. */
    private static final Set<String> DECIDED_LATER = Set.of("Fn::GetAZs", "Fn::Cidr", "Fn::Base64", "Fn::ToJsonString");

    private final Stack stack;
    private final String given;

    /**
     * @param given the name of a condition that is known to hold, empty when there is none
     */
    Evaluator(Stack stack, String given) {
        this.stack = stack;
        this.given = given;
    }

    Stack stack() {
        return stack;
    }

    /** As a text. */
    Alternatives<Text> texts(Node node) {
        return bounded(node, () -> Intrinsic.of(node).map(this::text).orElseGet(() -> plain(node)));
    }

    /** As a list of texts; a text that stands for a list is split at commas, as a parameter is. */
    Alternatives<List<Text>> lists(Node node) {
        return bounded(node, () -> Intrinsic.of(node).map(this::list).orElseGet(() -> plainList(node)));
    }

    /** As a node that is no call: what its conditions and mappings choose. */
    Alternatives<Node> shapes(Node node) {
        return bounded(node, () -> Intrinsic.of(node).map(this::shape).orElseGet(() -> plainShape(node)));
    }

    private <T> Alternatives<T> bounded(Node node, Supplier<Alternatives<T>> evaluation) {
        try {
            return stack.budget().enter()
                    ? evaluation.get()
                    : Alternatives.obstacle(Obstacle.gap(node.location(), "the expression is too large to follow"));
        } finally {
            stack.budget().leave();
        }
    }

    private static Alternatives<Text> plain(Node node) {
        if (node.isNothing()) {
            return Alternatives.absent();
        }
        return node instanceof Scalar scalar
                ? Alternatives.of(Text.of(scalar))
                : Alternatives.obstacle(Obstacle.gap(node.location(), "a single text is expected here"));
    }

    private Alternatives<Text> text(Intrinsic call) {
        return switch (call.name()) {
            case "Ref" -> new References(this).ref(call);
            case "Fn::GetAtt" -> new References(this).attribute(call);
            case "Fn::ImportValue" ->
                texts(call.argument()).then(name -> stack().exports().get(name, call.location()));
            case "Fn::Sub" -> new Substitution(this).of(call);
            case "Fn::Join" -> joined(call);
            case "Fn::Select" -> new Choosing(this).selected(call);
            case "Fn::FindInMap" ->
                new Choosing(this)
                        .found(call)
                        .then(this::texts)
                        .then(text -> Alternatives.of(text.usedAt(call.location(), "is in a mapping")));
            case "Fn::If" -> branches(call).then(this::texts);
            case "Fn::Length" ->
                lists(call.argument())
                        .then(items -> Alternatives.of(Text.inPlace(String.valueOf(items.size()), call.location())));
            default -> Alternatives.obstacle(unknown(call));
        };
    }

    private Alternatives<List<Text>> list(Intrinsic call) {
        return switch (call.name()) {
            case "Fn::Split" -> new Choosing(this).split(call);
            case "Fn::FindInMap" -> new Choosing(this).found(call).then(this::lists);
            case "Fn::If" -> branches(call).then(this::lists);
            default -> text(call).then(this::commaSeparated);
        };
    }

    private Alternatives<Node> shape(Intrinsic call) {
        return switch (call.name()) {
            case "Fn::If" -> branches(call).then(this::shapes);
            case "Ref" ->
                call.text().filter("AWS::NoValue"::equals).isPresent()
                        ? Alternatives.absent()
                        : Alternatives.obstacle(unknown(call));
            default -> Alternatives.obstacle(unknown(call));
        };
    }

    private static Alternatives<Node> plainShape(Node node) {
        return node.isNothing() ? Alternatives.absent() : Alternatives.of(node);
    }

    private Alternatives<List<Text>> plainList(Node node) {
        if (node instanceof Sequence sequence) {
            List<Alternatives<Text>> items = new ArrayList<>();
            sequence.items().forEach(item -> items.add(texts(item)));
            return Alternatives.each(items);
        }
        return plain(node).then(this::commaSeparated);
    }

    private Alternatives<List<Text>> commaSeparated(Text text) {
        return split(text, ",")
                .then(parts -> Alternatives.of(parts.stream()
                        .map(part -> part.with(part.text().strip()))
                        .toList()));
    }

    /** The parts of a text, each with the evidence of the whole. */
    Alternatives<List<Text>> split(Text text, String delimiter) {
        stack.budget().spend(text.text().length());
        return Alternatives.of(
                Holes.split(text.text(), delimiter).stream().map(text::with).toList());
    }

    private Alternatives<Text> joined(Intrinsic call) {
        List<Node> arguments = call.arguments();
        if (arguments.size() != 2) {
            return Alternatives.obstacle(malformed(call));
        }
        // each argument is evaluated once, however many ways there are
        Alternatives<List<Text>> lists = lists(arguments.get(1));
        return texts(arguments.get(0))
                .then(delimiter ->
                        lists.then(parts -> Text.joined(parts, delimiter.text(), call.location(), stack.budget())));
    }

    /** What a condition leaves: both when it is not known, the likelier first. */
    private Alternatives<Node> branches(Intrinsic call) {
        List<Node> arguments = call.arguments();
        Optional<String> condition =
                arguments.stream().findFirst().flatMap(Node::asScalar).map(Scalar::text);
        if (arguments.size() != 3 || condition.isEmpty()) {
            return Alternatives.obstacle(malformed(call));
        }
        Alternatives<Node> holds = Alternatives.of(arguments.get(1));
        Alternatives<Node> fails = Alternatives.of(arguments.get(2));
        return switch (condition.get().equals(given) ? Truth.HOLDS : stack.truth(condition.get())) {
            case HOLDS -> holds;
            case FAILS -> fails;
            case FAILS_BY_DEFAULT -> fails.or(holds);
            case HOLDS_BY_DEFAULT, UNKNOWN -> holds.or(fails);
        };
    }

    private static Obstacle unknown(Intrinsic call) {
        return DECIDED_LATER.contains(call.name())
                ? Obstacle.decidedLater(call.location(), "'" + call.name() + "' is decided at deployment")
                : Obstacle.gap(call.location(), "'" + call.name() + "' is not understood here");
    }

    /** A call that lacks what it needs. */
    static Obstacle malformed(Intrinsic call) {
        return Obstacle.gap(call.location(), "'" + call.name() + "' has arguments of another shape than it takes");
    }
}

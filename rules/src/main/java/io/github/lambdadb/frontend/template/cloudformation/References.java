package io.github.lambdadb.frontend.template.cloudformation;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.source.Location;
import java.util.List;
import java.util.Optional;

/** What references come to: parameters, outputs of nested stacks, and holes for what exists only once it is deployed. */
final class References {
    private static final String OUTPUTS = "Outputs.";

    private final Evaluator evaluator;
    private final Stack stack;

    References(Evaluator evaluator) {
        this.evaluator = evaluator;
        this.stack = evaluator.stack();
    }

    Alternatives<Text> ref(Intrinsic call) {
        return call.text()
                .map(name -> ref(name.strip(), call.location()))
                .orElseGet(() -> Alternatives.obstacle(Evaluator.malformed(call)));
    }

    Alternatives<Text> ref(String name, Location at) {
        if (name.equals("AWS::NoValue")) {
            return Alternatives.absent();
        }
        if (name.startsWith("AWS::")) {
            return Alternatives.of(Text.hole(name, at));
        }
        return stack.parameter(name)
                .map(texts -> texts.then(text -> Alternatives.of(used(name, text, at))))
                .orElseGet(() -> Alternatives.of(Text.hole(stack.qualified(name), at)));
    }

    private static Text used(String name, Text text, Location at) {
        // a hole is edited where it is used, as nothing is set where it is declared
        boolean isSet = !text.text().equals(Holes.of(name));
        return isSet ? text.usedAt(at, "sets the parameter " + name) : text.at(at);
    }

    Alternatives<Text> attribute(Intrinsic call) {
        List<Node> arguments = call.arguments();
        if (arguments.size() >= 2) {
            Optional<String> id = arguments.get(0).asScalar().map(Node.Scalar::text);
            return id.map(name -> evaluator
                            .texts(arguments.get(1))
                            .then(attribute -> attribute(name, attribute.text(), call.location())))
                    .orElseGet(() -> Alternatives.obstacle(Evaluator.malformed(call)));
        }
        return call.text()
                .map(name -> attribute(name.strip(), call.location()))
                .orElseGet(() -> Alternatives.obstacle(Evaluator.malformed(call)));
    }

    /** {@code Id.Attribute}, where the attribute may hold dots. */
    Alternatives<Text> attribute(String dotted, Location at) {
        int dot = dotted.indexOf('.');
        return dot < 0
                ? Alternatives.of(Text.hole(stack.qualified(dotted), at))
                : attribute(dotted.substring(0, dot), dotted.substring(dot + 1), at);
    }

    private Alternatives<Text> attribute(String id, String attribute, Location at) {
        Optional<Alternatives<Text>> output = attribute.startsWith(OUTPUTS)
                ? stack.outputOf(id, attribute.substring(OUTPUTS.length()))
                : Optional.empty();
        return output.map(texts -> texts.then(text -> Alternatives.of(text.usedAt(at, "is the output of " + id))))
                .orElseGet(() -> Alternatives.of(Text.hole(stack.qualified(id + "." + attribute), at)));
    }
}

package io.github.lambdadb.frontend.template.cloudformation;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.document.Node.Mapping;
import io.github.lambdadb.document.Node.Scalar;
import io.github.lambdadb.document.Node.Sequence;
import io.github.lambdadb.source.Location;
import java.util.List;
import java.util.Optional;

/** A call of one of CloudFormation's functions, in its long or short form; {@code name} is the long one. */
record Intrinsic(String name, Node argument, Location location) {
    /** The call that a node is; empty for what stands for itself. */
    static Optional<Intrinsic> of(Node node) {
        String tag = node.tag();
        if (tag.length() > 1 && tag.startsWith("!") && !tag.startsWith("!!")) {
            String name = tag.substring(1);
            boolean isWord = name.equals("Ref") || name.equals("Condition");
            return Optional.of(new Intrinsic(isWord ? name : "Fn::" + name, untagged(node), node.location()));
        }
        if (node instanceof Mapping mapping && mapping.entries().size() == 1) {
            String key = mapping.entries().get(0).key().text();
            boolean isCall = key.equals("Ref") || (key.startsWith("Fn::") && !key.startsWith("Fn::ForEach::"));
            return isCall
                    ? Optional.of(new Intrinsic(key, mapping.entries().get(0).value(), node.location()))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static Node untagged(Node node) {
        if (node instanceof Scalar scalar) {
            return new Scalar(scalar.text(), scalar.plain(), "", scalar.location());
        }
        if (node instanceof Sequence sequence) {
            return new Sequence(sequence.items(), "", sequence.location());
        }
        return node instanceof Mapping mapping ? new Mapping(mapping.entries(), "", mapping.location()) : node;
    }

    /** The arguments of a call that takes several. */
    List<Node> arguments() {
        return argument instanceof Sequence sequence ? sequence.items() : List.of();
    }

    /** The argument's text, when it is written out. */
    Optional<String> text() {
        return argument.asScalar().filter(scalar -> scalar.tag().isEmpty()).map(Scalar::text);
    }
}

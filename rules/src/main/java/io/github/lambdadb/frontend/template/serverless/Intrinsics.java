package io.github.lambdadb.frontend.template.serverless;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.frontend.template.Values;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Value;
import io.github.lambdadb.value.Value.Known;
import java.util.List;
import java.util.Optional;

/** CloudFormation's functions where a service gives them as values, as texts with holes. */
final class Intrinsics {
    private final Variables variables;

    Intrinsics(Variables variables) {
        this.variables = variables;
    }

    Value<String> text(Node node) {
        Optional<Call> call = Call.of(node);
        if (call.isEmpty()) {
            return new Value.Unknown<>("a list or mapping is no text");
        }
        Node argument = call.get().argument();
        return switch (call.get().name()) {
            case "Ref" ->
                argument.asScalar()
                        .map(name -> Variables.hole(name.text(), node.location()))
                        .orElseGet(Intrinsics::unknown);
            case "GetAtt" -> attribute(argument, node);
            case "Sub" -> substituted(argument);
            case "Join" -> joined(argument);
            case "ImportValue" -> inner(argument).map(name -> Optional.of("${ImportValue:" + name + "}"));
            case "If" ->
                argument.asSequence()
                        .filter(list -> list.items().size() == 3)
                        .map(list -> Values.either(
                                inner(list.items().get(1)), inner(list.items().get(2))))
                        .orElseGet(Intrinsics::unknown);
            default -> new Value.Unknown<>("'" + call.get().name() + "' is not understood here");
        };
    }

    private static Value<String> unknown() {
        return new Value.Unknown<>("the function is not written as it should be");
    }

    private Value<String> attribute(Node argument, Node node) {
        Optional<String> name = argument.asSequence()
                .map(list -> String.join(
                        ".",
                        list.items().stream()
                                .map(item ->
                                        item.asScalar().map(Node.Scalar::text).orElse("?"))
                                .toList()))
                .or(() -> argument.asScalar().map(Node.Scalar::text));
        return name.map(text -> Variables.hole(text, node.location())).orElseGet(Intrinsics::unknown);
    }

    private Value<String> substituted(Node argument) {
        Optional<Node.Sequence> pair =
                argument.asSequence().filter(list -> list.items().size() == 2);
        Value<String> text = inner(pair.map(list -> list.items().get(0)).orElse(argument));
        Optional<Node.Mapping> names = pair.flatMap(list -> list.items().get(1).asMapping());
        for (Node.Entry entry : names.map(Node.Mapping::entries).orElse(List.of())) {
            String hole = "${" + entry.key().text() + "}";
            Value<String> replacement = inner(entry.value());
            if (!replacement.candidates().isEmpty()) {
                text = Values.combined(text, replacement, (all, part) -> shortened(all.replace(hole, part)));
            }
        }
        return text;
    }

    private Value<String> joined(Node argument) {
        Optional<Node.Sequence> pair =
                argument.asSequence().filter(list -> list.items().size() == 2);
        Optional<Node.Sequence> parts = pair.flatMap(list -> list.items().get(1).asSequence());
        Optional<Node.Scalar> separator =
                pair.flatMap(list -> list.items().get(0).asScalar());
        if (parts.isEmpty() || separator.isEmpty()) {
            return unknown();
        }
        Value<String> all = new Known<>("", Evidence.none());
        String between = "";
        for (Node part : parts.get().items()) {
            String glue = between;
            all = Values.combined(all, inner(part), (left, right) -> shortened(left + glue + right));
            between = separator.get().text();
        }
        return all;
    }

    private static String shortened(String text) {
        return text.length() > 20_000 ? "${too long}" : text;
    }

    /** What stands within a function: a text, a variable or a function again. */
    private Value<String> inner(Node node) {
        return variables.text(variables.resolved(node, Evidence.none()));
    }

    /** A function and its argument, by tag or by key. */
    private record Call(String name, Node argument) {
        static Optional<Call> of(Node node) {
            if (node.tag().startsWith("!") && node.tag().length() > 1) {
                return Optional.of(new Call(node.tag().substring(1), bare(node)));
            }
            return node.asMapping()
                    .filter(mapping -> mapping.entries().size() == 1)
                    .map(mapping -> mapping.entries().get(0))
                    .filter(entry -> entry.key().text().equals("Ref")
                            || entry.key().text().startsWith("Fn::"))
                    .map(entry -> new Call(entry.key().text().replace("Fn::", ""), entry.value()));
        }

        private static Node bare(Node node) {
            return node instanceof Node.Scalar scalar
                    ? new Node.Scalar(scalar.text(), scalar.plain(), "", scalar.location())
                    : node;
        }
    }
}

package io.github.lambdadb.frontend.template.cloudformation;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.document.Node.Scalar;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code Fn::Sub}: a text with variables, and perhaps what they stand for. */
final class Substitution {
    private final Evaluator evaluator;

    Substitution(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    Alternatives<Text> of(Intrinsic call) {
        List<Node> arguments = call.arguments().isEmpty() ? List.of(call.argument()) : call.arguments();
        Optional<Scalar> text = arguments.get(0).asScalar();
        if (text.isEmpty() || arguments.size() > 2) {
            return Alternatives.obstacle(Evaluator.malformed(call));
        }
        Map<String, Node> own = arguments.size() == 2
                ? arguments.get(1).asMapping().map(Keys::of).orElseGet(Map::of)
                : Map.of();
        return of(text.get().text(), own, text.get().location());
    }

    private Alternatives<Text> of(String text, Map<String, Node> own, Location at) {
        List<Alternatives<Text>> parts = new ArrayList<>();
        // a variable may stand often, and so may those in what it stands for
        Map<String, Alternatives<Text>> variables = new HashMap<>();
        StringBuilder literal = new StringBuilder();
        int from = 0;
        while (from < text.length()) {
            int start = text.indexOf("${", from);
            int end = start < 0 ? -1 : text.indexOf('}', start);
            if (end < 0) {
                break;
            }
            literal.append(text, from, start);
            String name = text.substring(start + 2, end).strip();
            if (name.startsWith("!")) {
                literal.append("${").append(name.substring(1)).append('}');
            } else {
                addLiteral(parts, literal, at);
                Alternatives<Text> known = variables.get(name);
                Alternatives<Text> variable = known == null ? variable(name, own, at) : known;
                variables.put(name, variable);
                parts.add(variable);
            }
            from = end + 1;
        }
        literal.append(text.substring(from));
        addLiteral(parts, literal, at);
        return parts.isEmpty()
                ? Alternatives.of(Text.inPlace("", at))
                : Alternatives.each(parts)
                        .then(list ->
                                Text.joined(list, "", at, evaluator.stack().budget()));
    }

    private static void addLiteral(List<Alternatives<Text>> parts, StringBuilder literal, Location at) {
        if (literal.length() > 0) {
            parts.add(Alternatives.of(Text.inPlace(literal.toString(), at)));
            literal.setLength(0);
        }
    }

    private Alternatives<Text> variable(String name, Map<String, Node> own, Location at) {
        Node value = own.get(name);
        if (value != null) {
            return evaluator.texts(value);
        }
        References references = new References(evaluator);
        return name.contains(".") ? references.attribute(name, at) : references.ref(name, at);
    }
}

package io.github.lambdadb.frontend.template.serverless;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.frontend.template.Values;
import io.github.lambdadb.frontend.template.serverless.VariableText.Source;
import io.github.lambdadb.frontend.template.serverless.VariableText.Stretch;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import io.github.lambdadb.value.Value.Known;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Follows the variables of a service. What only a deployment knows stays as a hole under the variable's own name. */
final class Variables {
    private static final int MOST_STEPS = 20_000;
    private static final int DEEPEST = 40;
    private static final int LONGEST_TEXT = 20_000;

    private final Sources sources;
    private int steps;
    private int depth;

    Variables(Documents documents, Node.Mapping service) {
        sources = new Sources(this, documents, service);
    }

    /** The same answer with a variable that is its whole text followed. */
    Answer resolved(Node node, Evidence way) {
        if (!(node instanceof Node.Scalar scalar) || !scalar.tag().isEmpty()) {
            return new Answer.Found(node, way);
        }
        List<Stretch> stretches = VariableText.stretches(scalar.text().strip());
        if (stretches.size() != 1 || !stretches.get(0).isVariable()) {
            return new Answer.Found(node, way);
        }
        Evidence use = way.then(Evidence.of(scalar.location(), "the value is taken from elsewhere"));
        return variable(stretches.get(0).text(), scalar.location(), use);
    }

    /** What a mapping holds under that key. */
    Answer member(Answer answer, String key) {
        if (answer instanceof Answer.Text || answer.mapping().isEmpty()) {
            return answer instanceof Answer.Text ? answer : new Answer.Nothing();
        }
        Evidence way = answer instanceof Answer.Found found ? found.way() : Evidence.none();
        return answer.mapping().get().get(key).map(node -> resolved(node, way)).orElse(new Answer.Nothing());
    }

    Value<String> text(Answer answer) {
        if (answer instanceof Answer.Text text) {
            return text.value();
        }
        if (answer instanceof Answer.Found found) {
            Answer told = step(() -> new Answer.Text(text(found.node())));
            return Values.seenFrom(found.way(), text(told));
        }
        return new Value.Unknown<>("nothing is set");
    }

    private Value<String> text(Node node) {
        return node instanceof Node.Scalar scalar && scalar.tag().isEmpty()
                ? text(scalar.text(), scalar.location())
                : new Intrinsics(this).text(node);
    }

    /** A text of which the variables are followed. */
    Value<String> text(String raw, Location at) {
        List<Stretch> stretches = VariableText.stretches(raw);
        boolean isPlain = stretches.stream().noneMatch(Stretch::isVariable);
        Value<String> all = new Known<>("", Evidence.none());
        for (Stretch stretch : stretches) {
            Value<String> part = stretch.isVariable()
                    ? text(variable(stretch.text(), at, Evidence.none()))
                    : new Known<>(stretch.text(), Evidence.none());
            Value<String> told = part.candidates().isEmpty() ? hole(stretch.text(), at) : part;
            all = Values.combined(all, told, String::concat);
            if (all.candidates().stream().anyMatch(known -> known.value().length() > LONGEST_TEXT)) {
                return new Value.Unknown<>("the text is too long");
            }
        }
        String what = isPlain ? "it is written here" : "the text is put together here";
        return Values.endingAt(Evidence.of(at, what), all);
    }

    static Value<String> hole(String name, Location at) {
        return new Known<>("${" + name + "}", Evidence.of(at, "only a deployment knows it"));
    }

    private Answer variable(String inner, Location at, Evidence use) {
        return step(() -> {
            List<String> parts = VariableText.split(inner);
            String name = "";
            for (String part : parts) {
                Value<String> plain = part.contains("${") ? text(part, at) : new Known<>(part, Evidence.none());
                boolean isExact =
                        plain instanceof Known<String> known && !known.value().contains("${");
                String spelled = plain instanceof Known<String> known ? known.value() : part;
                Optional<Source> source = isExact || isLiteral(part) ? VariableText.source(spelled) : Optional.empty();
                name = name.isEmpty() ? spelled : name;
                if (source.isEmpty()) {
                    return new Answer.Text(
                            Values.seenFrom(use, hole(name.replace("${", "").replace("}", ""), at)));
                }
                Answer answer = sources.answer(source.get(), at, use);
                if (!(answer instanceof Answer.Nothing)) {
                    return answer;
                }
            }
            return new Answer.Text(Values.seenFrom(use, hole(name, at)));
        });
    }

    private static boolean isLiteral(String part) {
        return part.startsWith("'") || part.startsWith("\"");
    }

    private Answer step(Supplier<Answer> work) {
        if (steps >= MOST_STEPS || depth >= DEEPEST) {
            String reason = steps >= MOST_STEPS ? "there are too many variables" : "the variables are nested too deep";
            return new Answer.Text(new Value.Unknown<>(reason));
        }
        steps++;
        depth++;
        try {
            return work.get();
        } finally {
            depth--;
        }
    }

    boolean isExhausted() {
        return steps >= MOST_STEPS;
    }
}

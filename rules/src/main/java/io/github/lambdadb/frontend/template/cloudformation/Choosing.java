package io.github.lambdadb.frontend.template.cloudformation;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.document.Node.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Functions that choose a part: of a list, of a text, of a mapping. */
final class Choosing {
    private final Evaluator evaluator;

    Choosing(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    Alternatives<Text> selected(Intrinsic call) {
        List<Node> arguments = call.arguments();
        if (arguments.size() != 2) {
            return Alternatives.obstacle(Evaluator.malformed(call));
        }
        return evaluator
                .texts(arguments.get(0))
                .then(index -> evaluator.lists(arguments.get(1)).then(items -> selected(call, index.text(), items)));
    }

    private static Alternatives<Text> selected(Intrinsic call, String index, List<Text> items) {
        for (int i = 0; i < items.size(); i++) {
            if (index.strip().equals(String.valueOf(i))) {
                return Alternatives.of(items.get(i));
            }
        }
        return Alternatives.obstacle(
                Obstacle.decidedLater(call.location(), "the list that 'Fn::Select' takes from is not known"));
    }

    Alternatives<List<Text>> split(Intrinsic call) {
        List<Node> arguments = call.arguments();
        if (arguments.size() != 2) {
            return Alternatives.obstacle(Evaluator.malformed(call));
        }
        return evaluator
                .texts(arguments.get(0))
                .then(delimiter -> evaluator
                        .texts(arguments.get(1))
                        .then(text -> Alternatives.of(Holes.split(text.text(), delimiter.text()).stream()
                                .map(text::with)
                                .toList())));
    }

    /** The entries of a mapping that keys may choose: all of a level when the key is known at deployment only. */
    Alternatives<Node> found(Intrinsic call) {
        List<Node> arguments = call.arguments();
        if (arguments.size() < 3 || arguments.size() > 4) {
            return Alternatives.obstacle(Evaluator.malformed(call));
        }
        Alternatives<Node> found = evaluator
                .texts(arguments.get(0))
                .then(name -> evaluator
                        .stack()
                        .mapping(name.text())
                        .map(Alternatives::<Mapping>of)
                        .orElseGet(Alternatives::absent))
                .then(mapping -> evaluator.texts(arguments.get(1)).then(key -> entries(mapping, key.text())))
                .then(level -> level.asMapping()
                        .map(mapping -> evaluator.texts(arguments.get(2)).then(key -> entries(mapping, key.text())))
                        .orElseGet(Alternatives::absent));
        return found.mayBeAbsent() ? found.withoutAbsence().or(otherwise(call)) : found;
    }

    /** The default that a fourth argument names, for keys that are not there. */
    private static Alternatives<Node> otherwise(Intrinsic call) {
        return call.arguments().stream()
                .skip(3)
                .flatMap(last -> last.asMapping().stream())
                .flatMap(last -> last.get("DefaultValue").stream())
                .findFirst()
                .map(Alternatives::of)
                .orElseGet(() ->
                        Alternatives.obstacle(Obstacle.gap(call.location(), "'Fn::FindInMap' finds no such entry")));
    }

    private Alternatives<Node> entries(Mapping mapping, String key) {
        evaluator.stack().budget().spend(mapping.entries().size());
        if (!Holes.isIn(key)) {
            return mapping.get(key).map(Alternatives::of).orElseGet(Alternatives::absent);
        }
        List<Alternatives<Node>> all = new ArrayList<>();
        Map<String, Node> entries = Keys.of(mapping);
        entries.values().forEach(entry -> all.add(Alternatives.of(entry)));
        return all.isEmpty() ? Alternatives.absent() : Alternatives.union(all);
    }
}

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
        Alternatives<List<Text>> lists = evaluator.lists(arguments.get(1));
        return evaluator
                .texts(arguments.get(0))
                .then(index -> lists.then(items -> selected(call, index.text(), items)));
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
        Alternatives<Text> texts = evaluator.texts(arguments.get(1));
        return evaluator
                .texts(arguments.get(0))
                .then(delimiter -> texts.then(text -> evaluator.split(text, delimiter.text())));
    }

    /** The entries of a mapping that keys may choose: all of a level when the key is known at deployment only. */
    Alternatives<Node> found(Intrinsic call) {
        List<Node> arguments = call.arguments();
        if (arguments.size() < 3 || arguments.size() > 4) {
            return Alternatives.obstacle(Evaluator.malformed(call));
        }
        Alternatives<Text> first = evaluator.texts(arguments.get(1));
        Alternatives<Text> second = evaluator.texts(arguments.get(2));
        Alternatives<Node> found = evaluator
                .texts(arguments.get(0))
                .then(name -> mapping(name.text()))
                .then(mapping -> first.then(key -> entries(mapping, key.text())))
                .then(level -> level.asMapping()
                        .map(mapping -> second.then(key -> entries(mapping, key.text())))
                        .orElseGet(Alternatives::absent))
                .then(Choosing::written);
        return found.mayBeAbsent() ? found.withoutAbsence().or(otherwise(call)) : found;
    }

    private Alternatives<Mapping> mapping(String name) {
        return evaluator.stack().mapping(name).map(Alternatives::of).orElseGet(Alternatives::absent);
    }

    /** Mappings hold texts and lists of texts; calls in them mean nothing, and might call each other without end. */
    private static Alternatives<Node> written(Node entry) {
        boolean isWritten = isText(entry)
                || entry.asSequence()
                        .filter(list -> list.items().stream().allMatch(Choosing::isText))
                        .isPresent();
        return isWritten
                ? Alternatives.of(entry)
                : Alternatives.obstacle(Obstacle.gap(entry.location(), "a mapping holds texts and lists of texts"));
    }

    private static boolean isText(Node node) {
        return node.asScalar().isPresent() && Intrinsic.of(node).isEmpty();
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

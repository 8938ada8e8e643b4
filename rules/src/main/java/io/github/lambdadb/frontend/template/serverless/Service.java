package io.github.lambdadb.frontend.template.serverless;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.frontend.template.TemplateFiles;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A service as written, and its parts with the variables followed. */
record Service(TemplateFiles files, Path file, Node.Mapping root, Variables variables) {
    /**
     * The entries of a mapping, or of several in a list.
     *
     * @param isWhole whether nothing in it is missing
     */
    record Entries(Map<Node.Scalar, Answer> all, boolean isWhole) {}

    Answer part(String... keys) {
        return below(new Answer.Found(root, Evidence.none()), keys);
    }

    Answer below(Answer start, String... keys) {
        Answer answer = start;
        for (String key : keys) {
            answer = variables.member(answer, key);
        }
        return answer;
    }

    Entries entries(Answer answer) {
        Map<String, Node.Scalar> keys = new LinkedHashMap<>();
        Map<String, Answer> values = new LinkedHashMap<>();
        boolean isWhole = true;
        for (Answer mapping : items(answer)) {
            isWhole &= mapping.mapping().isPresent();
            for (Node.Entry entry : mapping.mapping().map(Node.Mapping::entries).orElse(List.of())) {
                keys.put(entry.key().text(), entry.key());
                values.put(
                        entry.key().text(),
                        variables.member(mapping, entry.key().text()));
            }
        }
        Map<Node.Scalar, Answer> all = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            Node.Scalar place = keys.get(key);
            if (place != null) {
                all.put(place, value);
            }
        });
        return new Entries(all, isWhole);
    }

    /** The items of a list; what is no list is the only item. */
    List<Answer> items(Answer answer) {
        if (answer instanceof Answer.Found found
                && found.node() instanceof Node.Sequence sequence
                && found.node().tag().isEmpty()) {
            List<Answer> all = new ArrayList<>();
            sequence.items().forEach(item -> all.add(variables.resolved(item, found.way())));
            return all;
        }
        return answer.isNothing() ? List.of() : List.of(answer);
    }

    Optional<Value<String>> text(Answer answer) {
        return answer.isNothing() ? Optional.empty() : Optional.of(variables.text(answer));
    }

    void gap(Location location, String reason) {
        files.gap(Gap.Kind.UNRESOLVED_VALUE, location, reason);
    }
}

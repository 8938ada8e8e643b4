package io.github.lambdadb.knowledge;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.knowledge.ThreadModel.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what starts threads and waits for them: {@code types} by name, each with the methods of each meaning. */
final class ThreadReader {
    private static final List<String> KEYS = List.of("starts", "completes", "repeats", "joins", "follows", "sizes");
    private static final Pattern SIZE = Pattern.compile("argument (\\d)|(\\d{1,4})|(no limit)");

    private ThreadReader() {}

    static List<ThreadModel> read(Node root) {
        Fields file = Fields.of(root, List.of("threads", "artifacts", "types"));
        file.text("threads");
        file.texts("artifacts");
        Node types = file.node("types")
                .orElseThrow(() -> new KnowledgeException(root.location(), "the key 'types' is missing"));
        List<ThreadModel> models = new ArrayList<>();
        Fields.byName(types, node -> Fields.of(node, KEYS)).forEach((type, fields) -> models.add(model(type, fields)));
        return models;
    }

    private static ThreadModel model(String type, Fields fields) {
        return new ThreadModel(
                type,
                fields.texts("starts"),
                fields.texts("completes"),
                fields.texts("repeats"),
                fields.texts("joins"),
                fields.texts("follows"),
                fields.node("sizes")
                        .map(node -> Fields.byName(node, ThreadReader::size))
                        .orElse(Map.of()));
    }

    private static Size size(Node node) {
        String text = Fields.text(node);
        Matcher said = SIZE.matcher(text);
        if (!said.matches()) {
            throw new KnowledgeException(
                    node.location(), "'" + text + "' is neither a number, 'argument N' nor 'no limit'");
        }
        if (said.group(1) != null) {
            return new Size(Integer.parseInt(said.group(1)), Size.WITHOUT_LIMIT);
        }
        return new Size(-1, said.group(2) == null ? Size.WITHOUT_LIMIT : Integer.parseInt(said.group(2)));
    }
}

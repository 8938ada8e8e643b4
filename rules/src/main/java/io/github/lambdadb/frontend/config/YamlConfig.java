package io.github.lambdadb.frontend.config;

import io.github.lambdadb.document.DocumentException;
import io.github.lambdadb.document.Node;
import io.github.lambdadb.document.YamlDocument;
import io.github.lambdadb.knowledge.FrameworkModel.Keys;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads YAML and JSON as keys with dots. Size is bounded, because aliases can repeat long keys many times. */
final class YamlConfig {
    private static final int MOST_ENTRIES = 20_000;
    private static final int LONGEST_KEY = 1_000;

    private final Keys keys;
    private final List<ConfigEntry> entries = new ArrayList<>();
    private int length;

    private YamlConfig(Keys keys) {
        this.keys = keys;
    }

    static List<ConfigDocument> read(String file, String path, String text, Keys keys) throws DocumentException {
        List<ConfigDocument> documents = new ArrayList<>();
        for (Node document : YamlDocument.parse(file, text)) {
            YamlConfig reader = new YamlConfig(keys);
            if (document.asMapping().isPresent()) {
                reader.add(List.of(), document, document.location());
            }
            documents.add(new ConfigDocument(path, reader.entries));
        }
        return documents;
    }

    private void add(List<String> parts, Node node, Location at) throws DocumentException {
        if (node instanceof Node.Mapping mapping) {
            for (Node.Entry entry : mapping.entries()) {
                add(joined(parts, entry.key()), entry.value(), entry.key().location());
            }
        } else if (node instanceof Node.Sequence sequence) {
            addItems(parts, sequence, at);
        } else if (node instanceof Node.Scalar scalar) {
            addText(parts, scalar, at);
        }
        boolean isEmptyMapping = node.asMapping()
                .map(Node.Mapping::entries)
                .filter(List::isEmpty)
                .isPresent();
        boolean isEmptyList = node.asSequence()
                .map(Node.Sequence::items)
                .filter(List::isEmpty)
                .isPresent();
        if ((isEmptyMapping || isEmptyList) && keys == Keys.RELAXED) {
            put(parts, "", at);
        }
    }

    private void addItems(List<String> parts, Node.Sequence sequence, Location at) throws DocumentException {
        List<Node> items = sequence.items();
        boolean isPlain = items.stream().allMatch(item -> item.asScalar().isPresent());
        if (keys == Keys.EXACT && isPlain && !items.isEmpty()) {
            String joined = items.stream()
                    .flatMap(item -> item.asScalar().stream())
                    .map(item -> item.text().replace("\\", "\\\\").replace(",", "\\,"))
                    .collect(Collectors.joining(","));
            put(parts, joined, at);
        }
        for (int i = 0; i < items.size(); i++) {
            List<String> item = new ArrayList<>(parts);
            item.add("[" + i + "]");
            add(item, items.get(i), items.get(i).location());
        }
    }

    private void addText(List<String> parts, Node.Scalar scalar, Location at) throws DocumentException {
        if (!scalar.isNothing()) {
            put(parts, YamlWords.text(scalar, keys != Keys.EXACT), at);
        } else if (keys == Keys.RELAXED) {
            put(parts, "", at);
        }
    }

    private void put(List<String> parts, String text, Location at) throws DocumentException {
        length += parts.stream().mapToInt(String::length).sum();
        if (entries.size() >= MOST_ENTRIES || length > MOST_ENTRIES * LONGEST_KEY / 10) {
            throw new DocumentException("the file sets more than " + MOST_ENTRIES + " keys, or very long ones", at);
        }
        entries.add(ConfigEntry.inFile(parts, text, at));
    }

    /** Quarkus takes a key with dots for one quoted part, and a key that is nothing for the mapping itself. */
    private List<String> joined(List<String> parts, Node.Scalar key) {
        List<String> all = new ArrayList<>(parts);
        if (keys != Keys.EXACT) {
            all.addAll(KeySpelling.parts(key.text()));
        } else if (!key.isNothing()) {
            all.add(key.text().replace("\"", ""));
        }
        return all;
    }
}

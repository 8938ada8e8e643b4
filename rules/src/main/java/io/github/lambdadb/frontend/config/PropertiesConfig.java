package io.github.lambdadb.frontend.config;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.document.PropertiesDocument;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Reads {@code .properties}, of which comments {@code #---} and {@code !---} may make several documents. */
final class PropertiesConfig {
    private PropertiesConfig() {}

    static List<ConfigDocument> read(String file, String path, String text) {
        NavigableSet<Integer> borders = borders(text.lines().toList());
        List<ConfigDocument> documents = new ArrayList<>();
        List<ConfigEntry> entries = new ArrayList<>();
        int last = 0;
        for (Node.Entry entry : PropertiesDocument.parse(file, text).entries()) {
            Location at = entry.key().location();
            if (!borders.subSet(last, true, at.line(), true).isEmpty()) {
                documents.add(new ConfigDocument(path, entries));
                entries = new ArrayList<>();
            }
            last = at.endLine() + 1; // a border in the middle of a continued value is none
            String value = entry.value().asScalar().map(Node.Scalar::text).orElse("");
            entries.add(ConfigEntry.inFile(entry.key().text().strip(), value, at));
        }
        documents.add(new ConfigDocument(path, entries));
        return documents;
    }

    /** The numbers of the lines that part documents; such a line beside a comment of its kind parts none. */
    private static NavigableSet<Integer> borders(List<String> lines) {
        NavigableSet<Integer> borders = new TreeSet<>();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).stripTrailing();
            boolean parts = line.equals("#---") || line.equals("!---");
            if (parts && !isComment(lines, at - 1, line.charAt(0)) && !isComment(lines, at + 1)) {
                borders.add(at + 1);
            }
        }
        return borders;
    }

    private static boolean isComment(List<String> lines, int at) {
        return isComment(lines, at, '#') || isComment(lines, at, '!');
    }

    private static boolean isComment(List<String> lines, int at, char mark) {
        return at >= 0 && at < lines.size() && lines.get(at).stripLeading().startsWith(String.valueOf(mark));
    }
}

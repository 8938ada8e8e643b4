package io.github.lambdadb.document;

import io.github.lambdadb.document.Node.Entry;
import io.github.lambdadb.document.Node.Mapping;
import io.github.lambdadb.document.Node.Scalar;
import io.github.lambdadb.document.Node.Sequence;
import io.github.lambdadb.source.Location;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/**
 * Builds nodes from the engine's events. It does not use the engine's own composer, because that recurses without a limit on
 * depth and shares aliased nodes, so that who walks them could meet more nodes than fit in memory.
 */
final class YamlTree {
    private static final int MOST_DEPTH = 200;
    private static final int MOST_NODES = 500_000;

    private final String file;
    private final List<Node> documents = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<String, Sized> anchors = new HashMap<>();
    private Location lastSeen;
    private long nodes;

    /** A collection whose end has not come; a mapping's children are its keys and values in turn. */
    private record Open(CollectionStartEvent start, List<Node> children, long nodesBefore) {}

    /** An anchored node and the number of nodes that an alias adds. */
    private record Sized(Node node, long nodes) {}

    YamlTree(String file) {
        this.file = file;
        this.lastSeen = Location.ofLine(file, 1);
    }

    List<Node> documents() {
        return List.copyOf(documents);
    }

    Location lastSeen() {
        return lastSeen;
    }

    void add(Event event) throws DocumentException {
        Location place = place(event);
        lastSeen = place;
        if (event instanceof DocumentStartEvent) {
            anchors.clear();
        } else if (event instanceof AliasEvent alias) {
            addAlias(alias, place);
        } else if (event instanceof ScalarEvent scalar) {
            count(1, place);
            String tag = scalar.getTag().orElse("");
            close(scalar, new Scalar(scalar.getValue(), scalar.isPlain(), tag, place), 1);
        } else if (event instanceof CollectionStartEvent start) {
            if (open.size() >= MOST_DEPTH) {
                throw new DocumentException("the nesting is deeper than " + MOST_DEPTH + " levels", place);
            }
            open.push(new Open(start, new ArrayList<>(), nodes));
            count(1, place);
        } else if (event instanceof CollectionEndEvent) {
            Open done = open.pop();
            close(done.start(), collection(done), nodes - done.nodesBefore());
        }
    }

    private void addAlias(AliasEvent alias, Location place) throws DocumentException {
        Sized target = anchors.get(alias.getAlias().getValue());
        if (target == null) {
            throw new DocumentException(
                    "the alias '*" + alias.getAlias().getValue() + "' stands for nothing complete", place);
        }
        count(target.nodes(), place);
        put(target.node());
    }

    private void count(long more, Location place) throws DocumentException {
        nodes += more;
        if (nodes > MOST_NODES) {
            throw new DocumentException("the document has more than " + MOST_NODES + " nodes, aliases counted", place);
        }
    }

    private void close(NodeEvent event, Node node, long size) {
        event.getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), new Sized(node, size)));
        put(node);
    }

    private void put(Node node) {
        if (!open.isEmpty()) {
            open.peek().children().add(node);
        } else if (!node.isNothing()) {
            documents.add(node);
        }
    }

    private Node collection(Open done) throws DocumentException {
        String tag = done.start().getTag().orElse("");
        List<Node> children = done.children();
        Location start = place(done.start());
        Location end = children.isEmpty() || done.start().isFlow()
                ? lastSeen
                : children.get(children.size() - 1).location();
        Location place = new Location(file, start.line(), start.column(), end.endLine(), end.endColumn());
        if (done.start() instanceof SequenceStartEvent) {
            return new Sequence(children, tag, place);
        }
        return new Mapping(MergeKeys.expand(entries(children)), tag, place);
    }

    private static List<Entry> entries(List<Node> children) throws DocumentException {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i + 1 < children.size(); i += 2) {
            Node key = children.get(i);
            entries.add(new Entry(
                    key.asScalar()
                            .orElseThrow(() -> new DocumentException("a key must be a single text", key.location())),
                    children.get(i + 1)));
        }
        return entries;
    }

    private Location place(Event event) {
        int line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(lastSeen.line());
        int column = event.getStartMark().map(mark -> mark.getColumn() + 1).orElse(lastSeen.column());
        int endLine = event.getEndMark().map(mark -> mark.getLine() + 1).orElse(line);
        int endColumn = event.getEndMark().map(mark -> mark.getColumn() + 1).orElse(column);
        return new Location(file, line, column, endLine, endColumn);
    }
}

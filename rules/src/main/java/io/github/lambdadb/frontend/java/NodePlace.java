package io.github.lambdadb.frontend.java;

import com.github.javaparser.ast.Node;
import io.github.lambdadb.source.Location;

/** Where the parser's nodes stand; one that it made up stands at the beginning of the file. */
final class NodePlace {
    private NodePlace() {}

    static Location of(String file, Node node) {
        return node.getRange()
                .map(range ->
                        new Location(file, range.begin.line, range.begin.column, range.end.line, range.end.column + 1))
                .orElseGet(() -> Location.ofLine(file, 1));
    }

    /** From the start of one node to the end of another. */
    static Location span(String file, Node first, Node last) {
        Location from = of(file, first);
        Location to = of(file, last);
        return new Location(file, from.line(), from.column(), to.endLine(), to.endColumn());
    }
}

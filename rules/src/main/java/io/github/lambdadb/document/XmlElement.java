package io.github.lambdadb.document;

import io.github.lambdadb.source.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An element of an XML document: local names, the text directly in it without surrounding blanks, and its place. */
public record XmlElement(
        String name, Map<String, String> attributes, String text, List<XmlElement> children, Location location) {
    public XmlElement {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    public Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /** All elements of that name below this one, in the order of the document. */
    public Stream<XmlElement> descendants(String wanted) {
        return children.stream()
                .flatMap(child -> Stream.concat(
                        child.name.equals(wanted) ? Stream.of(child) : Stream.empty(), child.descendants(wanted)));
    }
}

package io.github.lambdadb.analysis;

import io.github.lambdadb.document.DocumentException;
import io.github.lambdadb.document.Node;
import io.github.lambdadb.document.PropertiesDocument;
import io.github.lambdadb.document.XmlDocument;
import io.github.lambdadb.document.XmlElement;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.ir.Program;
import io.github.lambdadb.knowledge.SourceModel;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Settings that code takes from a resource of the class path which it names. */
final class ResourceSettings {
    private final Machine machine;
    private final SettingsBag bag;
    private final SourceModel model;

    ResourceSettings(Machine machine, SettingsBag bag, SourceModel model) {
        this.machine = machine;
        this.bag = bag;
        this.model = model;
    }

    /** Reads the resource; one that is not there, or whose name is not known, leaves the settings open. */
    void read(HeapObject object, Term name, Location at) {
        Optional<String> path = Texts.exact(name);
        Optional<Program.Resource> resource =
                path.flatMap(text -> machine.program().resource(text.startsWith("/") ? text.substring(1) : text));
        if (resource.isEmpty()) {
            if (path.isPresent() && path.get().endsWith(".cfg.xml")) {
                bag.maybe(object, path.get());
            } else {
                bag.open(object, "it is configured by a resource that is not known");
            }
            machine.gap(
                    Gap.Kind.UNRESOLVED_VALUE,
                    at,
                    "The resource " + path.map(text -> "'" + text + "'").orElse("that is read here")
                            + " is not among the sources.");
            return;
        }
        parseOrOpen(object, resource.get(), Stream::of);
    }

    /**
     * Reads a resource that the library takes if it is there; without it, nothing is set.
     *
     * @param place the path, and behind a {@code #} the element of the root that is read
     */
    void readIfThere(HeapObject object, String place, Location at) {
        String path = path(place);
        String element = place.substring(Math.min(place.length(), path.length() + 1));
        Optional<Program.Resource> resource = machine.program().resource(path);
        resource.ifPresent(found -> parseOrOpen(
                object,
                found,
                root -> element.isEmpty()
                        ? Stream.of(root)
                        : children(root, child -> child.name().equals(element))));
        if (resource.isEmpty() && path.endsWith(".cfg.xml")) {
            bag.maybe(object, path);
            machine.gap(Gap.Kind.UNRESOLVED_VALUE, at, "The resource '" + path + "' is not among the sources.");
        }
    }

    /** Reads the element of that name, if the resource is there and has it. */
    void readNamed(HeapObject object, String place, Term name) {
        machine.program().resource(path(place)).ifPresent(found -> {
            if (found.file().endsWith(".xml") && Texts.exact(name).isEmpty()) {
                bag.open(object, "which configuration of " + path(place) + " is meant is not known");
            } else if (found.file().endsWith(".xml")) {
                parseOrOpen(
                        object,
                        found,
                        root -> children(root, child -> child.attribute("name").equals(Texts.exact(name))));
            }
        });
    }

    private static String path(String place) {
        return place.split("#", 2)[0];
    }

    private static Stream<XmlElement> children(XmlElement root, Predicate<XmlElement> chosen) {
        return root.children().stream().filter(chosen);
    }

    private void parseOrOpen(
            HeapObject object, Program.Resource resource, Function<XmlElement, Stream<XmlElement>> chosen) {
        try {
            parse(object, resource, chosen);
        } catch (DocumentException unreadable) {
            bag.open(object, "its configuration cannot be read");
            machine.gap(Gap.Kind.UNREADABLE_FILE, unreadable.location(), "The file cannot be read: " + unreadable);
        }
    }

    private void parse(HeapObject object, Program.Resource resource, Function<XmlElement, Stream<XmlElement>> chosen)
            throws DocumentException {
        if (resource.file().endsWith(".xml")) {
            chosen.apply(XmlDocument.parse(resource.file(), resource.text())).forEach(element -> xml(object, element));
        } else {
            Arguments arguments = new Arguments(machine, bag, model);
            PropertiesDocument.parse(resource.file(), resource.text())
                    .entries()
                    .forEach(entry -> arguments.set(
                            object,
                            text(entry.key()),
                            value(text(entry.value()), entry.key().location(), text(entry.key())),
                            false,
                            true));
        }
    }

    /** The {@code property} elements in the element; the value is an attribute or the text. */
    void xml(HeapObject object, XmlElement element) {
        Optional<String> name = element.attribute("name");
        if (element.name().equals("property") && name.isPresent()) {
            String value = element.attribute("value").orElse(element.text());
            String key = name.get().startsWith(model.xmlKeyPrefix()) ? name.get() : model.xmlKeyPrefix() + name.get();
            new Arguments(machine, bag, model)
                    .set(object, key, value(value.strip(), element.location(), name.get()), false, true);
        }
        element.children().forEach(child -> xml(object, child));
    }

    private static String text(Node node) {
        return node instanceof Node.Scalar scalar ? scalar.text() : "";
    }

    private static Term value(String text, Location at, String key) {
        return new Term.Constant(text, Evidence.of(at, "sets " + key));
    }
}

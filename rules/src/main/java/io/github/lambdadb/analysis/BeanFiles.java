package io.github.lambdadb.analysis;

import io.github.lambdadb.document.DocumentException;
import io.github.lambdadb.document.Node;
import io.github.lambdadb.document.PropertiesDocument;
import io.github.lambdadb.document.XmlDocument;
import io.github.lambdadb.document.XmlElement;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.ir.Program;
import io.github.lambdadb.source.Location;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** XML files that say which objects a container makes (spring-beans 7.0: {@code DefaultBeanDefinitionDocumentReader}). */
final class BeanFiles {
    private static final int MOST_FILES = 50;

    private final Machine machine;
    private final Map<String, XmlElement> beans = new LinkedHashMap<>();
    private final Set<XmlElement> conditional = new HashSet<>();
    private final Map<String, Term> values = new HashMap<>();
    private final Set<String> packages = new HashSet<>();
    private final Set<String> read = new HashSet<>();

    BeanFiles(Machine machine) {
        this.machine = machine;
    }

    /** The elements {@code bean} by their ids; those without one by their places. */
    Map<String, XmlElement> beans() {
        return beans;
    }

    /** Whether the bean is made in some profiles only. */
    boolean isConditional(XmlElement bean) {
        return conditional.contains(bean);
    }

    /** Packages in which components are looked for. */
    Set<String> packages() {
        return packages;
    }

    /** What stands behind a placeholder: a property of the files that are named for it, or a variable of the process. */
    Optional<Term> value(String name) {
        return Optional.ofNullable(values.get(name))
                .or(() -> machine.environment().variable(name).map(variable -> GivenTexts.term(variable, name)));
    }

    /** Reads a file and those that it imports. */
    void read(String location, Location at) {
        String path = path(location);
        if (read.size() >= MOST_FILES || !read.add(path)) {
            return;
        }
        Optional<Program.Resource> file = resource(path, at);
        try {
            if (file.isPresent()) {
                elements(XmlDocument.parse(file.get().file(), file.get().text()), path, false);
            }
        } catch (DocumentException unreadable) {
            machine.gap(Gap.Kind.UNREADABLE_FILE, unreadable.location(), "The file cannot be read: " + unreadable);
        }
    }

    private Optional<Program.Resource> resource(String path, Location at) {
        Optional<Program.Resource> file = machine.program().resource(path);
        if (file.isEmpty()) {
            machine.gap(Gap.Kind.UNRESOLVED_VALUE, at, "The resource '" + path + "' is not among the sources.");
        }
        return file;
    }

    private static String path(String location) {
        return location.strip().replaceFirst("^classpath\\*?:", "").replaceFirst("^/", "");
    }

    private void elements(XmlElement parent, String path, boolean isConditional) {
        for (XmlElement child : parent.children()) {
            switch (child.name()) {
                case "bean" -> bean(child, isConditional);
                case "beans" ->
                    elements(
                            child,
                            path,
                            isConditional || child.attribute("profile").isPresent());
                case "import" ->
                    child.attribute("resource").ifPresent(resource -> read(beside(path, resource), child.location()));
                case "component-scan" ->
                    child.attribute("base-package").stream()
                            .flatMap(names -> Stream.of(names.split("[,; ]+")))
                            .forEach(packages::add);
                case "property-placeholder" ->
                    child.attribute("location").ifPresent(files -> load(files, child.location()));
                default -> {}
            }
        }
    }

    /** Names without {@code classpath:} are relative to the file that imports them. */
    private static String beside(String path, String resource) {
        boolean isRelative = !resource.startsWith("classpath") && path.contains("/");
        return isRelative ? path.substring(0, path.lastIndexOf('/') + 1) + resource : resource;
    }

    private void bean(XmlElement bean, boolean isConditional) {
        String type = bean.attribute("class").orElse("");
        if (type.endsWith("PlaceholderConfigurer")) {
            bean.descendants("property")
                    .filter(property -> property.attribute("name").orElse("").startsWith("location"))
                    .flatMap(property -> Stream.concat(
                            property.attribute("value").stream(),
                            property.descendants("value").map(XmlElement::text)))
                    .forEach(files -> load(files, bean.location()));
        }
        Location at = bean.location();
        String name = bean.attribute("id").or(() -> bean.attribute("name")).orElse(at.toString());
        beans.put(name, bean);
        if (isConditional) {
            conditional.add(bean);
        }
    }

    private void load(String files, Location at) {
        for (String file : files.strip().split(",", -1)) {
            resource(path(file), at)
                    .ifPresent(found -> PropertiesDocument.parse(found.file(), found.text())
                            .entries()
                            .forEach(this::keep));
        }
    }

    private void keep(Node.Entry entry) {
        String name = entry.key().text();
        String text = entry.value() instanceof Node.Scalar scalar ? scalar.text() : "";
        FilePlaceholders known = new FilePlaceholders(this::value);
        values.put(name, known.term(text, entry.key().location(), "sets " + name));
    }
}

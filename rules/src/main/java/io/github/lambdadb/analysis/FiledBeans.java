package io.github.lambdadb.analysis;

import io.github.lambdadb.document.XmlElement;
import io.github.lambdadb.ir.Method;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.knowledge.SourceModel;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes the objects that {@link BeanFiles} describe: constructor, then setters. */
final class FiledBeans {
    /** Attributes of the element itself; another one is a property in short form ({@code p:url}). */
    private static final Set<String> OWN = Set.of(
            "id",
            "name",
            "class",
            "parent",
            "scope",
            "abstract",
            "lazy-init",
            "autowire",
            "depends-on",
            "autowire-candidate",
            "primary",
            "init-method",
            "destroy-method",
            "factory-method",
            "factory-bean");

    private static final String REFERENCE = "-ref";

    private final Interpreter interpreter;
    private final Machine machine;
    private final BeanFiles files;
    private final Function<String, Optional<Term>> named;

    /** With how an object is found by its name. */
    FiledBeans(Interpreter interpreter, BeanFiles files, Function<String, Optional<Term>> named) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
        this.files = files;
        this.named = named;
    }

    /** The object of the element. */
    Term make(XmlElement bean) {
        String type = bean.attribute("class").orElse("");
        if (type.isEmpty()
                || bean.attribute("factory-bean").isPresent()
                || bean.attribute("factory-method").isPresent()) {
            return Term.unknown("an object that another one makes");
        }
        List<Term> arguments =
                children(bean, "constructor-arg").stream().map(this::value).toList();
        Optional<TypeDecl> own = machine.types().declaration(type);
        Term object = own.<Term>map(declared ->
                        interpreter.construction().instantiate(declared, Plain.NULL, arguments, bean.location()))
                .orElseGet(() -> interpreter.library().construct(type, arguments, bean.location()));
        for (XmlElement property : children(bean, "property")) {
            String name = property.attribute("name").orElse("");
            object = set(object, type, name, value(property), property.location());
        }
        for (String attribute : bean.attributes().keySet().stream().sorted().toList()) {
            if (!OWN.contains(attribute)) {
                object = set(object, type, shortName(attribute), shortValue(bean, attribute), bean.location());
            }
        }
        return object;
    }

    private static List<XmlElement> children(XmlElement element, String name) {
        return element.children().stream()
                .filter(child -> child.name().equals(name))
                .toList();
    }

    private static String shortName(String attribute) {
        return attribute.endsWith(REFERENCE)
                ? attribute.substring(0, attribute.length() - REFERENCE.length())
                : attribute;
    }

    private Term shortValue(XmlElement bean, String attribute) {
        String text = bean.attribute(attribute).orElse("");
        return attribute.endsWith(REFERENCE) ? reference(text) : text(text, bean.location(), attribute);
    }

    private Term set(Term object, String type, String name, Term value, Location at) {
        if (name.isEmpty()) {
            return object;
        }
        String setter = "set" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        Optional<Method> own = machine.types().declaration(type).stream()
                .flatMap(declared -> declared.methods(setter).stream())
                .filter(method -> method.parameters().size() == 1)
                .findFirst();
        if (own.isPresent()) {
            interpreter.activations().invoke(own.get(), object, List.of(value), at);
            return object;
        }
        Optional<SourceModel> product = object instanceof Term.Reference reference
                ? interpreter.library().sources().modelOf(reference.object())
                : Optional.empty();
        if (product.isPresent()) {
            HeapObject pool = ((Term.Reference) object).object();
            new NamedSettings(interpreter).set(pool, product.get(), name, value, at);
            return object;
        }
        boolean worksOnIt = !interpreter
                .library()
                .connections()
                .reach()
                .tracked(List.of(value))
                .isEmpty();
        return worksOnIt ? interpreter.library().connections().handle(type, type, List.of(value), at) : object;
    }

    /** What a property or an argument is given. */
    private Term value(XmlElement element) {
        Optional<String> reference = element.attribute("ref");
        if (reference.isPresent()) {
            return reference(reference.get());
        }
        String label = "sets " + element.attribute("name").orElse("an argument");
        Optional<String> text = element.attribute("value");
        if (text.isPresent()) {
            return text(text.get(), element.location(), label);
        }
        return element.children().stream()
                .map(child -> inner(child, label))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> Term.unknown("an element that is not known"));
    }

    private Optional<Term> inner(XmlElement child, String label) {
        return switch (child.name()) {
            case "value" -> Optional.of(text(child.text(), child.location(), label));
            case "ref" ->
                child.attribute("bean").or(() -> child.attribute("local")).map(this::reference);
            case "bean" -> Optional.of(make(child));
            case "null" -> Optional.of(Plain.NULL);
            case "props" -> Optional.of(properties(child));
            case "description", "meta" -> Optional.empty();
            default -> Optional.of(Term.unknown("a value of the file"));
        };
    }

    private Term properties(XmlElement props) {
        HeapObject properties = Containers.create(machine, "java.util.Properties", props.location());
        for (XmlElement prop : children(props, "prop")) {
            String key = prop.attribute("key").orElse("");
            Containers.put(
                    machine,
                    properties,
                    new Term.Constant(key, Evidence.none()),
                    text(prop.text(), prop.location(), "sets " + key));
        }
        return new Term.Reference(properties);
    }

    private Term reference(String name) {
        return named.apply(name).orElseGet(() -> Term.unknown("an object that no file describes"));
    }

    private Term text(String text, Location at, String label) {
        return new FilePlaceholders(files::value).term(text.strip(), at, label);
    }
}

package io.github.lambdadb.analysis;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.document.PropertiesDocument;
import io.github.lambdadb.document.XmlElement;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.ir.Program;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.knowledge.SourceModel;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The data source that a configuration file of MyBatis declares (mybatis 3.5: {@code XMLConfigBuilder}). */
final class MybatisFile {
    /** {@code type} of the element {@code dataSource}, and the product. */
    private static final Map<String, String> POOLS = Map.of("POOLED", "mybatis-pooled", "UNPOOLED", "mybatis-unpooled");

    /** The field of {@code UnpooledDataSourceFactory} that a factory of one's own sets. */
    private static final String MADE = "dataSource";

    private final Interpreter interpreter;
    private final Machine machine;
    private final XmlElement root;
    private final Map<String, Term> values = new LinkedHashMap<>();

    /**
     * A file.
     *
     * @param given the properties that the code gives, which win
     */
    MybatisFile(Interpreter interpreter, XmlElement root, Map<String, Term> given) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
        this.root = root;
        root.descendants("properties").filter(root.children()::contains).forEach(this::declare);
        values.putAll(given);
    }

    private void declare(XmlElement properties) {
        for (XmlElement property : properties.children()) {
            property.attribute("name")
                    .ifPresent(name ->
                            values.put(name, value(property.attribute("value").orElse(""), property.location(), name)));
        }
        properties
                .attribute("resource")
                .ifPresent(path -> machine.program()
                        .resource(path)
                        .ifPresentOrElse(
                                this::load,
                                () -> machine.gap(
                                        Gap.Kind.UNRESOLVED_VALUE,
                                        properties.location(),
                                        "The resource '" + path + "' is not among the sources.")));
    }

    private void load(Program.Resource file) {
        for (Node.Entry entry :
                PropertiesDocument.parse(file.file(), file.text()).entries()) {
            String name = entry.key().text();
            String text = entry.value() instanceof Node.Scalar scalar ? scalar.text() : "";
            values.put(name, value(text, entry.key().location(), name));
        }
    }

    private static Term value(String text, Location at, String name) {
        return new Term.Constant(text, Evidence.of(at, "sets " + name));
    }

    /** The data source of the environment of that name, or of the one that the file calls its default. */
    Optional<Term> source(Optional<String> asked) {
        List<XmlElement> all = root.descendants("environments").toList();
        Optional<String> name = asked.or(() ->
                all.stream().flatMap(one -> one.attribute("default").stream()).findFirst());
        return all.stream()
                .flatMap(one -> one.descendants("environment"))
                .filter(one -> one.attribute("id").equals(name))
                .flatMap(one -> one.descendants("dataSource"))
                .findFirst()
                .flatMap(this::made);
    }

    private Optional<Term> made(XmlElement element) {
        String type = element.attribute("type").orElse("");
        Optional<Term> made = Optional.ofNullable(POOLS.get(type))
                .flatMap(machine.catalog()::source)
                .<Term>map(product -> product(product, element))
                .or(() -> machine.types().declaration(type).flatMap(factory -> byFactory(factory, element)));
        if (made.isEmpty()) {
            machine.gap(
                    Gap.Kind.UNRESOLVED_VALUE,
                    element.location(),
                    "What data source MyBatis makes of the type '" + type + "' is not known.");
        }
        return made;
    }

    private Term product(SourceModel product, XmlElement element) {
        String type = product.types().keySet().stream().sorted().findFirst().orElseThrow();
        return interpreter
                .library()
                .sources()
                .managed(product, type, element.location(), object -> settings(object, product, element));
    }

    private Optional<Term> byFactory(TypeDecl factory, XmlElement element) {
        Term object = interpreter.construction().instantiate(factory, Plain.NULL, List.of(), element.location());
        return object instanceof Term.Reference reference
                ? machine.read(reference.object(), MADE).options().stream()
                        .filter(Term.Reference.class::isInstance)
                        .findFirst()
                        .map(made -> set((Term.Reference) made, element))
                : Optional.empty();
    }

    private Term set(Term.Reference made, XmlElement element) {
        interpreter
                .library()
                .sources()
                .modelOf(made.object())
                .ifPresent(product -> settings(made.object(), product, element));
        return made;
    }

    private void settings(HeapObject object, SourceModel product, XmlElement element) {
        NamedSettings settings = new NamedSettings(interpreter);
        FilePlaceholders placeholders = new FilePlaceholders(name -> Optional.ofNullable(values.get(name)));
        for (XmlElement property : element.children()) {
            property.attribute("name")
                    .ifPresent(name -> settings.set(
                            object,
                            product,
                            name,
                            placeholders.term(
                                    property.attribute("value").orElse(""), property.location(), "sets " + name),
                            property.location()));
        }
    }
}

package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.Configuration;
import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.ir.Method;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.knowledge.ContainerModel;
import io.github.lambdadb.knowledge.ManagedSource;
import io.github.lambdadb.knowledge.SourceModel;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Objects that a container sets from the configuration after they were made: what a factory method or a class asks for by an
 * annotation with a prefix.
 */
final class Bindings {
    /** How annotations are called that say which of several objects is meant, in all containers. */
    private static final List<String> NAMING = List.of("Qualifier", "Named", "Bean", "DataSource", "Resource");

    private static final int DEEPEST = 5;

    /** One placeholder and nothing beside it, with or without a default. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^:{}]{1,200})(?::([^{}]{0,500}))?\\}");

    private final Interpreter interpreter;
    private final Machine machine;
    private final ContainerModel container;
    private final Configuration configuration;

    Bindings(Interpreter interpreter, ContainerModel container) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
        this.container = container;
        this.configuration =
                container.framework().isEmpty() ? Configuration.none() : machine.configuration(container.framework());
    }

    /** The object with what the configuration sets of it. */
    Term bind(List<TypeDecl.Annotation> annotations, Term made) {
        annotations.stream()
                .filter(annotation ->
                        container.bindings().contains(annotation.type().name()))
                .findFirst()
                .ifPresent(annotation -> made.options().stream()
                        .filter(Term.Reference.class::isInstance)
                        .forEach(option -> bind(((Term.Reference) option).object(), prefix(annotation))));
        return made;
    }

    private Optional<String> prefix(TypeDecl.Annotation annotation) {
        Map<String, Expr> members = annotation.members();
        return Optional.ofNullable(members.getOrDefault("prefix", members.get("value")))
                .flatMap(member -> Texts.exact(interpreter.evaluate(member)));
    }

    /** The names that annotations say: of the object that they make, or of the one that they ask for. */
    List<String> names(List<TypeDecl.Annotation> annotations) {
        return annotations.stream()
                .filter(annotation -> NAMING.contains(annotation.type().simpleName()))
                .flatMap(annotation -> Stream.of("value", "name")
                        .flatMap(member ->
                                Optional.ofNullable(annotation.members().get(member)).stream()))
                .flatMap(member -> Texts.exact(interpreter.evaluate(member)).stream())
                .toList();
    }

    /** Arguments for the constructor of a class that gets them from the configuration; empty if it is not one. */
    Optional<List<Term>> ofConstructor(TypeDecl type, Method constructor) {
        return type.annotations().stream()
                .filter(annotation ->
                        container.bindings().contains(annotation.type().name()))
                .findFirst()
                .filter(annotation -> !constructor.parameters().isEmpty())
                .flatMap(this::prefix)
                .map(prefix -> arguments(constructor, prefix, 0));
    }

    private List<Term> arguments(Method constructor, String prefix, int depth) {
        return constructor.parameters().stream()
                .map(parameter -> argument(parameter, prefix + "." + ManagedSettings.kebab(parameter.name()), depth))
                .toList();
    }

    private Term argument(Method.Parameter parameter, String key, int depth) {
        Optional<Method> nested = machine.types()
                .declaration(parameter.type().name())
                .flatMap(type -> type.methods("<init>").stream()
                        .filter(constructor -> !constructor.parameters().isEmpty())
                        .findFirst());
        if (nested.isPresent() && depth < DEEPEST) {
            return machine.types()
                    .declaration(parameter.type().name())
                    .<Term>map(type -> interpreter
                            .construction()
                            .instantiate(type, Plain.NULL, arguments(nested.get(), key, depth + 1), type.at()))
                    .orElse(Plain.NULL);
        }
        Optional<TypeDecl.Annotation> byDefault = parameter.annotations().stream()
                .filter(annotation -> annotation.type().simpleName().equals("DefaultValue"))
                .findFirst();
        return configured(
                        key,
                        byDefault.flatMap(annotation -> text(annotation.members(), "value")),
                        byDefault
                                .map(TypeDecl.Annotation::at)
                                .orElseGet(() -> machine.frame().owner().at()))
                .orElseGet(() -> configuration.isComplete() && isText(parameter.type())
                        ? Primitives.initial(
                                parameter.type().name(), parameter.type().dimensions())
                        : new Term.Opaque(parameter.type(), "a value of the configuration"));
    }

    private static boolean isText(TypeName type) {
        return type.dimensions() == 0
                && (!type.name().contains(".") || type.name().startsWith("java.lang."));
    }

    private void bind(HeapObject object, Optional<String> prefix) {
        SettingsBag bag = new SettingsBag(machine);
        if (prefix.isEmpty()) {
            bag.open(object, "the prefix of its configuration is not known");
            return;
        }
        if (object.shape() instanceof HeapObject.Shape.Product product) {
            // what only holds settings has those of its own, a source those of the pool that it is
            SourceModel target =
                    product.makesSource() ? Delegation.of(machine, bag, object, product.model()) : product.model();
            bind(object, product.model(), target, prefix.get());
        } else {
            object.declaration().ifPresent(declared -> bindFields(object, declared, prefix.get(), 0));
        }
    }

    private void bind(HeapObject object, SourceModel product, SourceModel inForce, String prefix) {
        new ManagedSettings(machine, configuration, inForce, pool(inForce)).set(object, prefix);
        if (!inForce.id().equals(product.id())) {
            inForce.settings().keySet().forEach(property -> {
                Term value = machine.read(object, SettingsBag.property(property));
                if (!(value instanceof Term.Unset)) {
                    machine.write(object, SettingsBag.bound(property), value);
                    boolean isOfBoth = product.firstKey(property).isPresent();
                    machine.write(object, SettingsBag.property(property), isOfBoth ? value : Plain.UNSET);
                }
            });
        }
    }

    /** How the container spells what it sets of the product, without what it hands over from its own keys. */
    private ManagedSource.Pool pool(SourceModel product) {
        String driver = container.sources().stream()
                .flatMap(source -> source.pools().stream())
                .filter(pool -> pool.product().equals(product.id()))
                .map(ManagedSource.Pool::driver)
                .findFirst()
                .orElse("");
        return new ManagedSource.Pool(product.id(), "", "", Map.of(), driver, Map.of(), List.of(), List.of());
    }

    /** Gives the fields of the object the texts of the configuration that they ask for. */
    Term inject(Term made) {
        made.options().stream()
                .filter(Term.Reference.class::isInstance)
                .map(option -> ((Term.Reference) option).object())
                .forEach(object -> object.declaration()
                        .ifPresent(declared -> declared.fields()
                                .forEach(field -> text(Request.of(field))
                                        .ifPresent(value -> machine.write(object, field.name(), value)))));
        return made;
    }

    /** The text of the configuration that is asked for; empty if an object is. */
    Optional<Term> text(Request request) {
        return request.annotations().stream()
                .filter(annotation ->
                        container.values().contains(annotation.type().name()))
                .findFirst()
                .flatMap(this::asked);
    }

    /** {@code @Value("${pool.size:5}")}, {@code @ConfigProperty(name = "pool.size", defaultValue = "5")}. */
    private Optional<Term> asked(TypeDecl.Annotation annotation) {
        Map<String, Expr> members = annotation.members();
        Optional<String> name = text(members, "name");
        if (name.isPresent()) {
            return configured(name.get(), text(members, "defaultValue"), annotation.at());
        }
        return text(members, "value").flatMap(text -> {
            Matcher placeholder = PLACEHOLDER.matcher(text);
            return placeholder.matches()
                    ? configured(placeholder.group(1), Optional.ofNullable(placeholder.group(2)), annotation.at())
                    : Optional.empty();
        });
    }

    private Optional<String> text(Map<String, Expr> members, String member) {
        return Optional.ofNullable(members.get(member)).flatMap(expr -> Texts.exact(interpreter.evaluate(expr)));
    }

    private Optional<Term> configured(String key, Optional<String> otherwise, Location at) {
        Optional<Value<String>> set = configuration.get(key);
        if (set.isPresent()) {
            return set.map(value -> GivenTexts.term(value, key));
        }
        return configuration.isComplete()
                ? otherwise
                        .filter(text -> !text.contains("${") && !text.contains("#{"))
                        .map(text -> new Term.Constant(text, Evidence.of(at, "is the default of " + key)))
                : Optional.empty();
    }

    /** Fields of a class of the project, by their names. */
    private void bindFields(HeapObject object, TypeDecl declared, String prefix, int depth) {
        for (TypeDecl.Field field : declared.fields()) {
            Optional<Value<String>> value = configuration.get(prefix + "." + ManagedSettings.kebab(field.name()));
            value.ifPresent(set -> machine.write(object, field.name(), GivenTexts.term(set, field.name())));
            nested(object, field, prefix, depth);
        }
    }

    /** An object in a field gets what stands below the field's name. */
    private void nested(HeapObject object, TypeDecl.Field field, String prefix, int depth) {
        Optional<TypeDecl> declared = machine.types().declaration(field.type().name());
        if (declared.isEmpty() || depth >= DEEPEST || field.isStatic()) {
            return;
        }
        machine.read(object, field.name()).options().stream()
                .filter(Term.Reference.class::isInstance)
                .map(option -> ((Term.Reference) option).object())
                .filter(inner -> inner.declaration().isPresent())
                .forEach(inner -> bindFields(
                        inner, declared.get(), prefix + "." + ManagedSettings.kebab(field.name()), depth + 1));
    }
}

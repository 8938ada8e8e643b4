package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.Method;
import io.github.lambdadb.ir.TypeDecl;
import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.knowledge.ContainerModel;
import java.beans.Introspector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The objects that one container makes when it starts, each once, and what it gives to whom asks for a type. */
final class Beans {
    private final Interpreter interpreter;
    private final Machine machine;
    private final ContainerModel model;
    private final Bindings bindings;
    private final Accessors accessors;
    private final List<Definition> definitions = new ArrayList<>();
    private final Map<Definition, Term> made = new LinkedHashMap<>();
    private final List<Definition> making = new ArrayList<>();

    /** How one object is made. */
    private record Definition(
            TypeName type,
            List<String> names,
            boolean isConditional,
            boolean isPrimary,
            List<Method> served,
            Supplier<Term> maker) {}

    Beans(Interpreter interpreter, ContainerModel model) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
        this.model = model;
        this.bindings = new Bindings(interpreter, model);
        this.accessors = new Accessors(interpreter, model.accessors());
    }

    boolean isOf(ContainerModel container) {
        return model.equals(container);
    }

    /** Makes all objects of these classes and of their factory methods, and the data sources of the configuration. */
    List<Term> start(List<TypeDecl> roots, List<TypeDecl> classes, BeanFiles files) {
        classes.forEach(this::define);
        FiledBeans filed = new FiledBeans(interpreter, files, this::named);
        files.beans()
                .forEach((name, bean) -> definitions.add(new Definition(
                        TypeName.of(bean.attribute("class").orElse("?")),
                        List.of(name),
                        files.isConditional(bean),
                        bean.attribute("primary").filter("true"::equals).isPresent(),
                        List.of(),
                        () -> filed.make(bean))));
        List<TypeName> own = definitions.stream().map(Definition::type).toList();
        new ManagedSources(interpreter, model)
                .of(roots, type -> own.stream().anyMatch(made -> machine.types().isSubtype(made.name(), type)))
                .forEach(source -> definitions.add(new Definition(
                        source.type(), source.names(), false, source.isDefault(), List.of(), source.maker())));
        List.copyOf(definitions).forEach(this::make);
        return List.copyOf(made.values());
    }

    /** What an invocation calls of the objects: methods that carry an annotation, functions. */
    List<Supplier<Term>> served() {
        List<Supplier<Term>> served = new ArrayList<>();
        made.forEach((definition, term) -> {
            for (Method method : definition.served()) {
                served.add(() -> interpreter.activations().invoke(method, term, unknown(method), method.at()));
            }
            boolean isFunction = model.serving().functions().stream()
                    .anyMatch(
                            type -> machine.types().isSubtype(definition.type().name(), type));
            if (isFunction) {
                served.add(() -> interpreter
                        .functions()
                        .applyAny(
                                term,
                                List.of(Term.event(TypeName.unresolved("?"))),
                                machine.frame().owner().at())
                        .orElse(Plain.NULL));
            }
        });
        return served;
    }

    private static List<Term> unknown(Method method) {
        return method.parameters().stream()
                .<Term>map(parameter -> Term.event(parameter.type()))
                .toList();
    }

    private void define(TypeDecl type) {
        Definition owner = new Definition(
                TypeName.of(type.name()),
                names(type.annotations(), Introspector.decapitalize(type.simpleName())),
                isConditional(type.annotations()),
                isPrimary(type.annotations()),
                served(type),
                () -> instantiate(type));
        definitions.add(owner);
        for (Method method : type.methods()) {
            boolean factory = method.annotations().stream()
                    .anyMatch(annotation ->
                            model.factories().contains(annotation.type().name()));
            if (factory && method.hasBody()) {
                definitions.add(new Definition(
                        method.returnType(),
                        names(method.annotations(), method.name()),
                        owner.isConditional() || isConditional(method.annotations()),
                        isPrimary(method.annotations()),
                        List.of(),
                        () -> bindings.bind(
                                method.annotations(),
                                interpreter
                                        .activations()
                                        .invoke(
                                                method,
                                                method.isStatic() ? Plain.NULL : make(owner),
                                                arguments(method),
                                                method.at()))));
            }
        }
    }

    private List<Method> served(TypeDecl type) {
        return type.methods().stream()
                .filter(method -> method.hasBody()
                        && method.annotations().stream()
                                .anyMatch(annotation -> model.serving()
                                        .methods()
                                        .contains(annotation.type().name())))
                .toList();
    }

    private boolean isConditional(List<TypeDecl.Annotation> annotations) {
        return annotations.stream()
                .map(annotation -> annotation.type().simpleName())
                .anyMatch(name -> model.conditions().stream().anyMatch(name::startsWith));
    }

    /** The names under which an object is found: those that its annotations say, else its own. */
    private List<String> names(List<TypeDecl.Annotation> annotations, String otherwise) {
        List<String> said = bindings.names(annotations);
        return said.isEmpty() ? List.of(otherwise) : said;
    }

    private static boolean isPrimary(List<TypeDecl.Annotation> annotations) {
        return annotations.stream()
                .anyMatch(annotation -> annotation.type().simpleName().equals("Primary"));
    }

    /** The constructor with the most parameters is the one that gets other objects. */
    private Term instantiate(TypeDecl type) {
        List<Term> arguments = type.methods("<init>").stream()
                .max(java.util.Comparator.comparingInt(
                        constructor -> constructor.parameters().size()))
                .map(constructor -> bindings.ofConstructor(type, constructor).orElseGet(() -> arguments(constructor)))
                .orElse(List.of());
        return bindings.inject(bindings.bind(
                type.annotations(), interpreter.construction().instantiate(type, Plain.NULL, arguments, type.at())));
    }

    private List<Term> arguments(Method method) {
        return method.parameters().stream()
                .map(parameter -> find(Request.of(parameter))
                        .orElse(new Term.Opaque(parameter.type(), "an object that " + model.name() + " makes")))
                .toList();
    }

    private Term make(Definition definition) {
        Term known = made.get(definition);
        if (known != null) {
            return known;
        }
        if (making.contains(definition)) {
            return new Term.Opaque(definition.type(), "an object that needs itself");
        }
        making.add(definition);
        List<Term> result = new ArrayList<>();
        Runnable maker = () -> result.add(definition.maker().get());
        if (definition.isConditional()) {
            machine.either(maker, () -> {});
        } else {
            maker.run();
        }
        making.remove(definition);
        Term term = result.isEmpty() ? Term.unknown("it is not made") : result.get(0);
        made.put(definition, term);
        return term;
    }

    /** What is given to who asks for it; empty if nothing that was seen is of the type. */
    Optional<Term> find(Request request) {
        Optional<Term> text = bindings.text(request);
        if (text.isPresent()) {
            return text;
        }
        List<Term> found = meant(of(request.type().name()).toList(), request).stream()
                .map(this::make)
                .toList();
        return found.isEmpty() ? accessor(request.type()) : Optional.of(Join.of(found));
    }

    /** The object of that name. */
    Optional<Term> named(String name) {
        return definitions.stream()
                .filter(definition -> definition.names().contains(name))
                .findFirst()
                .map(this::make);
    }

    /** Of several, the one that is named, else the primary one, else the one of the same name, else any. */
    private List<Definition> meant(List<Definition> found, Request request) {
        if (found.size() < 2) {
            return found;
        }
        List<String> asked = bindings.names(request.annotations());
        return Stream.<Predicate<Definition>>of(
                        definition -> definition.names().stream().anyMatch(asked::contains),
                        definition -> asked.isEmpty() && definition.isPrimary(),
                        definition -> asked.isEmpty() && definition.names().contains(request.name()))
                .map(meant -> found.stream().filter(meant).toList())
                .filter(chosen -> !chosen.isEmpty())
                .findFirst()
                .orElse(found);
    }

    /** What works on the data source of the container, where nobody in the project makes it. */
    Optional<Term> accessor(TypeName type) {
        return accessors.typeOf(type).flatMap(known -> source().map(source -> accessors.of(known, source)));
    }

    /** The one data source, or the one that is meant where none is named. */
    private Optional<Term> source() {
        List<Definition> sources = of(ManagedSources.DATA_SOURCE).toList();
        List<Definition> chosen = sources.size() == 1
                ? sources
                : sources.stream().filter(Definition::isPrimary).toList();
        return chosen.size() == 1 ? Optional.of(make(chosen.get(0))) : Optional.empty();
    }

    private Stream<Definition> of(String type) {
        return definitions.stream()
                .filter(definition ->
                        machine.types().isSubtype(definition.type().name(), type));
    }
}

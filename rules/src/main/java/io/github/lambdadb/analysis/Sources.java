package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.knowledge.SettingModel;
import io.github.lambdadb.knowledge.SourceModel;
import io.github.lambdadb.knowledge.TypeModel;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs what knowledge files describe: objects that collect settings, and the sources made of them. */
final class Sources {
    /** Marks what was given its settings when it was made, so that it can start at once. */
    static final String GIVEN = "#given";

    private final Interpreter interpreter;
    private final Machine machine;
    private final SettingsBag bag;

    Sources(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
        this.bag = new SettingsBag(machine);
    }

    Interpreter interpreter() {
        return interpreter;
    }

    SettingsBag bag() {
        return bag;
    }

    /** The product that an object belongs to. */
    Optional<SourceModel> modelOf(HeapObject object) {
        if (object.shape() instanceof HeapObject.Shape.Product product) {
            return Optional.of(product.model());
        }
        return object.shape() instanceof HeapObject.Shape.Instance
                ? machine.types().product(object.type())
                : Optional.empty();
    }

    private boolean makesSource(SourceModel model, String type) {
        return machine.types()
                .productType(type)
                .map(model.types()::get)
                .filter(known -> known.role() == TypeModel.Role.SOURCE)
                .isPresent();
    }

    /** An object of a class of the sources came into being: a source if it extends one. */
    void created(HeapObject object) {
        modelOf(object).filter(model -> makesSource(model, object.type())).ifPresent(model -> announce(object));
    }

    private void announce(HeapObject object) {
        machine.recorder().source(object);
        modelOf(object)
                .map(SourceModel::kind)
                .filter(Sources::isOwed)
                .ifPresent(kind -> machine.openings().opened(object, object.site()));
        machine.recorder().event(Recorder.Kind.CREATED, object, machine, true, true, object.site(), "new");
    }

    /** Whether who makes it has to close it: a data source that opens a session for each borrower holds nothing itself. */
    private static boolean isOwed(ConnectionSource.Kind kind) {
        return kind == ConnectionSource.Kind.POOL || kind == ConnectionSource.Kind.CONNECTION;
    }

    /** {@code new} of a library's type. */
    Optional<Term> construct(String type, List<Term> arguments, Location at) {
        Optional<SourceModel> model = machine.types().product(type);
        if (model.isEmpty()) {
            return Optional.empty();
        }
        boolean source = makesSource(model.get(), type);
        HeapObject object = machine.allocate(type, at, new HeapObject.Shape.Product(model.get(), source));
        constructor(object, model.get(), type, arguments, at);
        if (source) {
            announce(object);
        }
        return Optional.of(new Term.Reference(object));
    }

    /** A source that a container makes: where it is configured, and what sets it. */
    Term managed(SourceModel model, String type, Location site, Consumer<HeapObject> settings) {
        HeapObject object = machine.allocate(type, site, new HeapObject.Shape.Product(model, true));
        settings.accept(object);
        announce(object);
        return new Term.Reference(object);
    }

    /** What the constructor's arguments set. */
    void constructor(HeapObject object, SourceModel model, String type, List<Term> arguments, Location at) {
        Optional<TypeModel> known = machine.types().productType(type).map(model.types()::get);
        List<TypeModel.Signature> signatures =
                known.map(TypeModel::constructors).orElse(List.of());
        if (!arguments.isEmpty()) {
            machine.write(object, GIVEN, new Term.Constant(true, Evidence.none()));
        }
        apply(object, model, signatures, arguments, at, "new " + simple(type));
    }

    /** A static method that a knowledge file describes. */
    Optional<Term> factory(String type, String name, List<Term> arguments, Location at) {
        Optional<SourceModel> model = machine.catalog().sourceOfType(type);
        Optional<TypeModel.Factory> factory = model.flatMap(
                        known -> Optional.ofNullable(known.types().get(type)))
                .flatMap(t -> t.factory(name));
        if (model.isPresent() && setForAll(model.get(), type, name, arguments, at)) {
            return Optional.of(Plain.NULL);
        }
        if (factory.isEmpty() || isPassedOn(model.get(), arguments)) {
            return Optional.empty();
        }
        boolean source = factory.get().returns() == TypeModel.Role.SOURCE;
        if (source) {
            boolean isJdbc = model.get().kind() == ConnectionSource.Kind.CONNECTION;
            machine.mayRaise(isJdbc ? Connections.SQL_EXCEPTION : Exits.ANY, at, name);
        }
        String made = typeMade(
                model.get(), type, name, arguments.size(), factory.get().returns());
        HeapObject object = machine.allocate(made, at, new HeapObject.Shape.Product(model.get(), source));
        apply(object, model.get(), factory.get().signatures(), arguments, at, name);
        if (source) {
            announce(object);
        }
        return Optional.of(new Term.Reference(object));
    }

    /** A setter of a type that has static methods only sets for all that is made afterwards. */
    private boolean setForAll(SourceModel model, String type, String name, List<Term> arguments, Location at) {
        boolean hasOnlyStaticMethods = Optional.ofNullable(model.types().get(type))
                .filter(known -> known.role() == TypeModel.Role.FACTORY)
                .isPresent();
        Optional<Property> property = model.settings().entrySet().stream()
                .filter(entry -> entry.getValue().setters().contains(name))
                .map(Map.Entry::getKey)
                .findFirst();
        if (!hasOnlyStaticMethods || property.isEmpty() || arguments.size() != 1) {
            return false;
        }
        machine.store().put(key(model, property.get()), arguments.get(0).because(at, name));
        return true;
    }

    /** What is set for all that the product makes; unset when nothing is. */
    Term setForAll(SourceModel model, Property property) {
        return machine.store().get(key(model, property)).orElse(Plain.UNSET);
    }

    private static Key key(SourceModel model, Property property) {
        return Key.staticField(model.id(), SettingsBag.property(property));
    }

    /** What opens a session for each borrower and gets another source, or a function that opens, passes it on. */
    private boolean isPassedOn(SourceModel model, List<Term> arguments) {
        return model.kind() == ConnectionSource.Kind.DATA_SOURCE
                && arguments.stream()
                        .flatMap(argument -> argument.options().stream())
                        .filter(Term.Reference.class::isInstance)
                        .map(option -> ((Term.Reference) option).object())
                        .anyMatch(object -> object.isFunction()
                                || object.shape() instanceof HeapObject.Shape.Handle
                                || modelOf(object).isPresent());
    }

    private String typeMade(SourceModel model, String type, String name, int arguments, TypeModel.Role role) {
        Optional<String> declared =
                machine.types().returnType(type, name, arguments).map(TypeName::name);
        if (declared.isPresent()) {
            return declared.get();
        }
        if (model.kind() == ConnectionSource.Kind.CONNECTION) {
            return "java.sql.Connection";
        }
        return model.types().entrySet().stream()
                .filter(entry -> entry.getValue().role() == role)
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElse("?");
    }

    /** A call on an object of a product; empty if it has no bearing on its settings. */
    Optional<Term> call(HeapObject object, SourceModel model, String name, List<Term> arguments, Location at) {
        for (TypeModel type : typesOf(object, model)) {
            if (type.creates().contains(name)) {
                return Optional.of(create(object, model, type, name, arguments, at));
            }
            List<TypeModel.Signature> signatures = type.methods().getOrDefault(name, List.of());
            if (!signatures.isEmpty()) {
                apply(object, model, signatures, arguments, at, name);
                return Optional.of(new Term.Reference(object));
            }
            if (type.returnsItself().contains(name)) {
                arguments.forEach(argument -> {
                    interpreter.functions().applyAny(argument, List.of(new Term.Reference(object)), at);
                    bag.absorb(object, argument);
                });
                return Optional.of(new Term.Reference(object));
            }
        }
        return setting(object, model, name, arguments, at);
    }

    private List<TypeModel> typesOf(HeapObject object, SourceModel model) {
        List<TypeModel> nearest = machine.types().hierarchy(machine.types().typeOf(object)).stream()
                .flatMap(name -> Optional.ofNullable(model.types().get(name)).stream())
                .toList();
        List<TypeModel> all = new ArrayList<>(nearest);
        if (object.shape() instanceof HeapObject.Shape.Product product && !product.makesSource()) {
            new java.util.TreeMap<>(model.types())
                    .values().stream()
                            .filter(type -> type.role() != TypeModel.Role.SOURCE && !nearest.contains(type))
                            .forEach(all::add);
        }
        return all;
    }

    private Term create(
            HeapObject object, SourceModel model, TypeModel type, String name, List<Term> arguments, Location at) {
        String made = machine.types()
                .returnType(object.type(), name, arguments.size())
                .map(TypeName::name)
                .orElse(model.types().entrySet().stream()
                        .filter(entry -> entry.getValue().role() == TypeModel.Role.SOURCE)
                        .map(Map.Entry::getKey)
                        .sorted()
                        .findFirst()
                        .orElse("?"));
        HeapObject source = machine.allocate(made, at, new HeapObject.Shape.Product(model, true));
        bag.absorb(source, new Term.Reference(object));
        List<TypeModel.Signature> signatures = type.methods().getOrDefault(name, List.of());
        if (signatures.isEmpty()) {
            arguments.forEach(argument -> bag.absorb(source, argument));
        } else {
            apply(source, model, signatures, arguments, at, name);
        }
        announce(source);
        return new Term.Reference(source);
    }

    private Optional<Term> setting(
            HeapObject object, SourceModel model, String name, List<Term> arguments, Location at) {
        for (Map.Entry<Property, SettingModel> entry : model.settings().entrySet()) {
            SettingModel setting = entry.getValue();
            String field = SettingsBag.property(entry.getKey());
            if (arguments.size() == 1 && setting.setters().contains(name)) {
                machine.write(object, field, arguments.get(0).because(at, name));
                return Optional.of(new Term.Reference(object));
            }
            if (arguments.isEmpty() && setting.flags().contains(name)) {
                machine.write(object, field, new Term.Constant(true, Evidence.of(at, name)));
                return Optional.of(new Term.Reference(object));
            }
            if (arguments.isEmpty() && setting.getters().contains(name)) {
                Term value = machine.read(object, field);
                return Optional.of(value instanceof Term.Unset ? Term.unknown("a default") : value);
            }
        }
        return Optional.empty();
    }

    private void apply(
            HeapObject object,
            SourceModel model,
            List<TypeModel.Signature> signatures,
            List<Term> arguments,
            Location at,
            String label) {
        List<TypeModel.Signature> fitting = signatures.stream()
                .filter(signature -> signature.arguments().size() == arguments.size())
                .toList();
        if (fitting.isEmpty()) {
            if (!arguments.isEmpty()) {
                bag.open(object, "the arguments of " + label + " are not known");
            }
            return;
        }
        new Arguments(machine, bag, model).apply(object, best(fitting, arguments), arguments, at, label);
    }

    /** Of two signatures of one length, the one whose meanings fit what the arguments are. */
    private TypeModel.Signature best(List<TypeModel.Signature> signatures, List<Term> arguments) {
        return signatures.stream()
                .max(java.util.Comparator.comparingInt(signature -> fit(signature, arguments)))
                .orElseThrow();
    }

    private int fit(TypeModel.Signature signature, List<Term> arguments) {
        int score = 0;
        List<TypeModel.Argument> meanings = signature.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            boolean object = arguments.get(i).options().stream().anyMatch(Term.Reference.class::isInstance);
            boolean wantsObject = switch (meanings.get(i).meaning()) {
                case CONFIGURATION, COPY_TARGET, PROPERTIES, DRIVER_PROPERTIES, DATA_SOURCE -> true;
                default -> false;
            };
            score += object == wantsObject ? 1 : 0;
            score += fitsKind(meanings.get(i).meaning(), arguments.get(i)) ? 1 : 0;
        }
        return score;
    }

    private boolean fitsKind(TypeModel.Meaning meaning, Term argument) {
        boolean container = argument.options().stream()
                .anyMatch(option -> option instanceof Term.Reference reference
                        && reference.object().shape() instanceof HeapObject.Shape.Container);
        boolean isMap = meaning == TypeModel.Meaning.PROPERTIES || meaning == TypeModel.Meaning.DRIVER_PROPERTIES;
        return container == isMap;
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}

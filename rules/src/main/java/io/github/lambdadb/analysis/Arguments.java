package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.Property;
import io.github.lambdadb.knowledge.SourceModel;
import io.github.lambdadb.knowledge.TypeModel;
import io.github.lambdadb.source.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives the arguments of a call the meanings that a knowledge file says they have. */
final class Arguments {
    private final Machine machine;
    private final SettingsBag bag;
    private final SourceModel model;

    Arguments(Machine machine, SettingsBag bag, SourceModel model) {
        this.machine = machine;
        this.bag = bag;
        this.model = model;
    }

    void apply(HeapObject object, TypeModel.Signature signature, List<Term> arguments, Location at, String label) {
        ResourceSettings resources = new ResourceSettings(machine, bag, model);
        signature.impliedResources().forEach(resource -> resources.readIfThere(object, resource, at));
        List<TypeModel.Argument> meanings = signature.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            TypeModel.Argument meaning = meanings.get(i);
            Term argument = arguments.get(i);
            switch (meaning.meaning()) {
                case SETTING ->
                    machine.write(
                            object,
                            SettingsBag.property(SettingFacts.named(meaning.property())),
                            argument.because(at, label));
                case CONFIGURATION -> bag.absorb(object, argument);
                case COPY_TARGET -> copyTo(argument, object);
                case PROPERTIES -> properties(object, argument, false, at);
                case DRIVER_PROPERTIES -> properties(object, argument, true, at);
                case DRIVER_PROPERTIES_TEXT -> text(object, argument, at);
                case PROPERTY_KEY -> keyed(object, argument, arguments.get(i + 1), false, at);
                case DRIVER_KEY -> keyed(object, argument, arguments.get(i + 1), true, at);
                case DATA_SOURCE -> bag.delegate(object, argument);
                case RESOURCE -> resources.read(object, argument, at);
                case NAMED_ELEMENT ->
                    signature.impliedResources().forEach(resource -> resources.readNamed(object, resource, argument));
                case PERSISTENCE_UNIT -> new PersistenceUnits(machine, bag, model).read(object, argument, at);
                case PROPERTY_VALUE, DRIVER_VALUE, IGNORED -> {}
            }
        }
    }

    private void copyTo(Term target, HeapObject object) {
        for (Term option : target.options()) {
            if (option instanceof Term.Reference reference) {
                bag.absorb(reference.object(), new Term.Reference(object));
            }
        }
    }

    private void keyed(HeapObject object, Term key, Term value, boolean forDriver, Location at) {
        for (Term option : key.options()) {
            Optional<String> name = new PropertyEnums(machine).key(option).or(() -> Texts.exact(option));
            if (name.isEmpty()) {
                bag.open(object, "a key that is not known is set");
            } else {
                set(object, name.get(), value.because(at, "sets " + name.get()), forDriver, true);
            }
        }
    }

    /** One key of the configuration or of the driver. */
    void set(HeapObject object, String key, Term value, boolean forDriver, boolean strong) {
        String field = forDriver ? SettingsBag.driver(key) : field(key);
        if (strong) {
            machine.write(object, field, value);
        } else {
            machine.add(object, field, value);
        }
    }

    private String field(String key) {
        Optional<Property> property = model.propertyOfKey(key);
        if (property.isPresent()) {
            return SettingsBag.property(property.get());
        }
        return model.driverPropertyPrefixes().stream()
                .filter(key::startsWith)
                .findFirst()
                .map(prefix -> SettingsBag.driver(key.substring(prefix.length())))
                .orElse(SettingsBag.other(key));
    }

    private void properties(HeapObject object, Term argument, boolean forDriver, Location at) {
        for (Term option : argument.options()) {
            if (option instanceof Term.Reference reference
                    && reference.object().shape() instanceof HeapObject.Shape.Container) {
                for (Map.Entry<String, Term> entry :
                        Containers.entries(machine, reference.object()).entrySet()) {
                    set(
                            object,
                            entry.getKey(),
                            entry.getValue(),
                            forDriver,
                            argument.options().size() == 1);
                }
                if (Containers.isOpen(machine, reference.object())) {
                    bag.open(object, "properties are read from elsewhere");
                }
            } else if (option instanceof Term.Reference reference
                    && reference.object().shape() instanceof HeapObject.Shape.Product) {
                bag.absorb(object, option);
            } else if (!(option instanceof Term.Null)) {
                bag.open(object, "the properties given at line " + at.line() + " are not known");
            }
        }
    }

    private void text(HeapObject object, Term argument, Location at) {
        for (Term option : argument.options()) {
            Optional<String> shown = Texts.shown(option);
            if (shown.isEmpty()) {
                bag.open(object, "the properties given at line " + at.line() + " are not known");
                continue;
            }
            for (String pair : shown.get().split(";", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    Term value = Term.constant(pair.substring(equals + 1).trim(), at, Term.WRITTEN);
                    set(object, pair.substring(0, equals).trim(), value, true, true);
                }
            }
        }
    }
}

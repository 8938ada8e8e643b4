package io.github.lambdadb.analysis;

import io.github.lambdadb.knowledge.SourceModel;
import io.github.lambdadb.source.Location;
import java.util.List;
import java.util.Locale;

/** Settings of a library's object that a file calls by the names of its properties, as beans have them. */
final class NamedSettings {
    private final Sources sources;
    private final Machine machine;

    NamedSettings(Interpreter interpreter) {
        this.sources = interpreter.library().sources();
        this.machine = interpreter.machine();
    }

    /** Sets one; a name that is neither a key nor a setter of the product stays a key of its own. */
    void set(HeapObject object, SourceModel model, String name, Term value, Location at) {
        boolean isKey = model.propertyOfKey(name).isPresent()
                || model.driverPropertyPrefixes().stream().anyMatch(name::startsWith);
        String setter = "set" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        if (isKey || sources.call(object, model, setter, List.of(value), at).isEmpty()) {
            new Arguments(machine, sources.bag(), model).set(object, name, value, false, true);
        }
    }
}

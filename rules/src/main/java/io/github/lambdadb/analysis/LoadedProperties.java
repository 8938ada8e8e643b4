package io.github.lambdadb.analysis;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.document.PropertiesDocument;
import io.github.lambdadb.ir.Program;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.Optional;

/** {@code Properties.load}: the entries of a resource of the class path, or some that are not known. */
final class LoadedProperties {
    /** The type of the object that stands for an opened resource. */
    static final String RESOURCE = "a resource";

    private final Machine machine;

    LoadedProperties(Machine machine) {
        this.machine = machine;
    }

    /** {@code ResourceBundle.getBundle("shop.database")}. */
    Term bundle(Term name, Location at) {
        HeapObject bundle = Containers.create(machine, "java.util.Properties", at);
        load(bundle, Join.map(name, one -> opened(Texts.exact(one).map(base -> base.replace('.', '/')), at)));
        return new Term.Reference(bundle);
    }

    private Term opened(Optional<String> path, Location at) {
        return path.isEmpty()
                ? Term.unknown("a bundle that is not known")
                : stream(Term.constant(path.get() + ".properties", at, "names a bundle"), at);
    }

    /** What is read from the resource of that path. */
    Term stream(Term path, Location at) {
        HeapObject resource = Containers.create(machine, RESOURCE, at);
        machine.write(resource, Containers.VALUE, path);
        return new Term.Reference(resource);
    }

    void load(HeapObject properties, Term from) {
        Optional<Program.Resource> resource = from.options().size() == 1 ? resource(from) : Optional.empty();
        if (resource.isEmpty()) {
            Containers.open(machine, properties);
            return;
        }
        for (Node.Entry entry : PropertiesDocument.parse(
                        resource.get().file(), resource.get().text())
                .entries()) {
            String key = entry.key().text();
            Term name = new Term.Constant(key, Evidence.none());
            Containers.put(machine, properties, name, value(entry, key));
        }
    }

    private static Term value(Node.Entry entry, String key) {
        String text = entry.value() instanceof Node.Scalar scalar ? scalar.text() : "";
        return new Term.Constant(text, Evidence.of(entry.key().location(), "sets " + key));
    }

    /** The resource that the term stands for. */
    Optional<Program.Resource> resource(Term from) {
        if (!(from instanceof Term.Reference reference)
                || !reference.object().type().equals(RESOURCE)) {
            return Optional.empty();
        }
        return Texts.exact(machine.read(reference.object(), Containers.VALUE))
                .flatMap(path -> machine.program().resource(path.startsWith("/") ? path.substring(1) : path));
    }
}

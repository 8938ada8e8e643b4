package io.github.lambdadb.analysis;

import io.github.lambdadb.document.DocumentException;
import io.github.lambdadb.document.XmlDocument;
import io.github.lambdadb.document.XmlElement;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.ir.Program;
import io.github.lambdadb.knowledge.SourceModel;
import io.github.lambdadb.source.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Settings that JPA takes from the unit of {@code META-INF/persistence.xml} that the code names. */
final class PersistenceUnits {
    private static final String FILE = "META-INF/persistence.xml";

    /** The key that says the same as the element {@code provider}. */
    private static final String PROVIDER = "jakarta.persistence.provider";

    private static final Set<String> DATA_SOURCES = Set.of("non-jta-data-source", "jta-data-source");

    private final Machine machine;
    private final SettingsBag bag;
    private final SourceModel model;

    PersistenceUnits(Machine machine, SettingsBag bag, SourceModel model) {
        this.machine = machine;
        this.bag = bag;
        this.model = model;
    }

    /** Reads the unit; without the file, or when it is not known which unit, the settings stay open. */
    void read(HeapObject object, Term name, Location at) {
        Optional<Program.Resource> file = machine.program().resource(FILE);
        if (file.isEmpty()) {
            bag.maybe(object, FILE);
            machine.gap(Gap.Kind.UNRESOLVED_VALUE, at, "The resource '" + FILE + "' is not among the sources.");
            return;
        }
        try {
            choose(object, XmlDocument.parse(file.get().file(), file.get().text()), Texts.exact(name), at);
        } catch (DocumentException unreadable) {
            open(object, unreadable.location(), Gap.Kind.UNREADABLE_FILE, "The file cannot be read: " + unreadable);
        }
    }

    private void choose(HeapObject object, XmlElement root, Optional<String> name, Location at) {
        List<XmlElement> units = root.children().stream()
                .filter(child -> child.name().equals("persistence-unit"))
                .filter(unit -> name.isEmpty() || unit.attribute("name").equals(name))
                .toList();
        if (units.size() == 1) {
            take(object, units.get(0));
        } else {
            String which = name.map(text -> "The persistence unit '" + text + "' is not in " + FILE + ".")
                    .orElse("Which persistence unit of " + FILE + " is meant is not known.");
            open(object, at, Gap.Kind.UNRESOLVED_VALUE, which);
        }
    }

    private void take(HeapObject object, XmlElement unit) {
        new ResourceSettings(machine, bag, model).xml(object, unit);
        for (XmlElement child : unit.children()) {
            if (child.name().equals("provider")) {
                Term provider = Term.constant(child.text(), child.location(), "names the persistence provider");
                new Arguments(machine, bag, model).set(object, PROVIDER, provider, false, true);
            } else if (DATA_SOURCES.contains(child.name())) {
                String reason = "The data source '" + child.text().strip() + "' of the persistence unit is not known.";
                open(object, child.location(), Gap.Kind.UNRESOLVED_VALUE, reason);
            }
        }
    }

    private void open(HeapObject object, Location at, Gap.Kind kind, String reason) {
        bag.open(object, "its persistence unit is not known");
        machine.gap(kind, at, reason);
    }
}

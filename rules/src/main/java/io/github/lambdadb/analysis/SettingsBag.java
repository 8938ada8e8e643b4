package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.Property;
import io.github.lambdadb.source.Evidence;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The settings an object has collected, kept in fields of the abstract heap. */
final class SettingsBag {
    private static final String PROPERTY = "p:";
    private static final String DRIVER = "d:";
    private static final String OTHER = "x:";
    private static final String OPEN = "#open";
    private static final String MAYBE = "#maybe";
    static final String DELEGATE = "#delegate";

    private static final String BOUND = "#bound:";

    private static final Set<String> CARRIED = Set.of(OPEN, MAYBE, DELEGATE);

    private final Machine machine;

    SettingsBag(Machine machine) {
        this.machine = machine;
    }

    static String property(Property property) {
        return PROPERTY + property.name();
    }

    /** A setting that is meant for the product that is put in force. */
    static String bound(Property property) {
        return BOUND + property.name();
    }

    static String driver(String key) {
        return DRIVER + key;
    }

    /** A configuration key that is no {@link Property}. */
    static String other(String key) {
        return OTHER + key;
    }

    /** More may be set than was seen. */
    void open(HeapObject object, String reason) {
        machine.add(object, OPEN, new Term.Constant(reason, Evidence.none()));
    }

    /** A resource that the code asks for is not among the sources: it may set anything, or nothing. */
    void maybe(HeapObject object, String resource) {
        machine.add(object, MAYBE, new Term.Constant(resource, Evidence.none()));
    }

    List<String> maybe(HeapObject object) {
        return texts(machine.read(object, MAYBE));
    }

    List<String> reasonsOpen(HeapObject object) {
        return texts(machine.read(object, OPEN));
    }

    private static List<String> texts(Term term) {
        return term.options().stream()
                .flatMap(option -> Texts.exact(option).stream())
                .toList();
    }

    /** Connections come from another data source. */
    void delegate(HeapObject object, Term source) {
        machine.add(object, DELEGATE, source);
    }

    Term delegate(HeapObject object) {
        return machine.read(object, DELEGATE);
    }

    /** All settings of the other object come to this one; of an object that is not known, anything may. */
    void absorb(HeapObject into, Term from) {
        for (Term option : from.options()) {
            if (option instanceof Term.Reference reference) {
                copy(into, reference.object());
            } else if (option instanceof Term.Opaque opaque) {
                open(into, "it takes the settings of " + opaque.reason());
            }
        }
    }

    private void copy(HeapObject into, HeapObject from) {
        for (String field : machine.fields(from)) {
            boolean isSetting = field.startsWith(PROPERTY) || field.startsWith(DRIVER) || field.startsWith(OTHER);
            if (isSetting || CARRIED.contains(field)) {
                Term value = machine.read(from, field);
                if (!(value instanceof Term.Unset)) {
                    machine.write(into, field, value);
                }
            }
        }
    }

    /** Driver properties by key. */
    Map<String, Term> driverProperties(HeapObject object) {
        return withPrefix(object, DRIVER);
    }

    /** Keys that are no property of their own. */
    Map<String, Term> others(HeapObject object) {
        return withPrefix(object, OTHER);
    }

    private Map<String, Term> withPrefix(HeapObject object, String prefix) {
        Map<String, Term> found = new TreeMap<>();
        for (String field : machine.fields(object)) {
            Term value = machine.read(object, field);
            if (field.startsWith(prefix) && !(value instanceof Term.Unset)) {
                found.put(field.substring(prefix.length()), value);
            }
        }
        return found;
    }
}

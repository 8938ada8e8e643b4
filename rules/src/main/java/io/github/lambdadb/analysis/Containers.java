package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.TypeName;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Maps, lists, arrays, optionals, references: what they hold by key, by position, or somewhere. */
final class Containers {
    static final String VALUE = "#value";
    private static final String KEY = "k:";
    private static final String ELEMENT = "e:";
    private static final String ANY = "#any";
    private static final String OPEN = "#openMap";
    private static final String VIEW = "#view";
    private static final int MOST_KNOWN = 12;

    private Containers() {}

    static HeapObject create(Machine machine, String type, Location at) {
        return machine.allocate(type, at, new HeapObject.Shape.Container());
    }

    static Term array(Machine machine, List<Term> elements, Location at) {
        HeapObject array = create(machine, "java.lang.Object[]", at);
        for (int i = 0; i < elements.size() && i < 200; i++) {
            machine.write(array, ELEMENT + i, elements.get(i));
        }
        return new Term.Reference(array);
    }

    static void add(Machine machine, HeapObject container, Term value) {
        machine.add(container, ANY, value);
    }

    static void put(Machine machine, HeapObject container, Term key, Term value) {
        Optional<String> known = key instanceof Term.Choice ? Optional.empty() : Texts.exact(key);
        if (known.isPresent()) {
            machine.write(container, KEY + known.get(), value);
        } else {
            for (Term option : key.options()) {
                Texts.exact(option).ifPresentOrElse(name -> machine.add(container, KEY + name, value), () -> {
                    machine.add(container, ANY, value);
                    open(machine, container);
                });
            }
        }
    }

    /** There may be entries that were not seen. */
    static void open(Machine machine, HeapObject container) {
        machine.write(container, OPEN, new Term.Constant(true, Evidence.none()));
    }

    static boolean isOpen(Machine machine, HeapObject container) {
        return !(machine.read(container, OPEN) instanceof Term.Unset);
    }

    static Term get(Machine machine, HeapObject container, Term key) {
        List<Term> found = new ArrayList<>();
        for (Term option : key.options()) {
            Optional<String> name = Texts.exact(option);
            Term value = name.map(text -> machine.read(container, KEY + text)).orElse(Plain.UNSET);
            if (name.isEmpty()) {
                found.addAll(everything(machine, container));
                found.add(Plain.NULL);
            } else if (!(value instanceof Term.Unset)) {
                found.add(unsetToNull(value));
            } else {
                Term any = machine.read(container, ANY);
                found.add(any instanceof Term.Unset ? Plain.NULL : Join.of(any, Plain.NULL));
                if (isOpen(machine, container)) {
                    found.add(Term.unknown("an entry of a map that is filled elsewhere"));
                }
            }
        }
        return Join.of(found);
    }

    private static Term unsetToNull(Term value) {
        return Join.map(value, option -> option instanceof Term.Unset ? Plain.NULL : option);
    }

    /** The element at a position of whatever containers the term may be, or any. */
    static Term at(Machine machine, Term containers, Optional<String> index) {
        return Join.map(
                containers,
                option -> option instanceof Term.Reference reference
                                && reference.object().shape() instanceof HeapObject.Shape.Container
                        ? at(machine, reference.object(), index)
                        : Term.unknown("an element that is not known"));
    }

    /** The element at a position, or any. */
    static Term at(Machine machine, HeapObject container, Optional<String> index) {
        Term exact = index.map(i -> machine.read(container, ELEMENT + i)).orElse(Plain.UNSET);
        Term any = machine.read(container, ANY);
        if (exact instanceof Term.Unset || isOpen(machine, container)) {
            return element(machine, container);
        }
        return any instanceof Term.Unset ? exact : Join.of(exact, any);
    }

    /** Any element. */
    static Term element(Machine machine, HeapObject container) {
        List<Term> all = everything(machine, container);
        return all.isEmpty() || isOpen(machine, container)
                ? Join.of(with(all, new Term.Opaque(TypeName.OBJECT, "an element that is not known")))
                : Join.of(all);
    }

    private static List<Term> with(List<Term> terms, Term one) {
        List<Term> all = new ArrayList<>(terms);
        all.add(one);
        return all;
    }

    private static List<Term> everything(Machine machine, HeapObject container) {
        List<Term> all = new ArrayList<>();
        for (String field : machine.fields(container)) {
            if (field.startsWith(KEY) || field.startsWith(ELEMENT) || field.equals(ANY)) {
                machine.read(container, field).options().stream()
                        .filter(option -> !(option instanceof Term.Unset))
                        .forEach(all::add);
            }
        }
        return all;
    }

    /** The elements in order, for those that have positions. */
    static List<Term> elements(Machine machine, HeapObject container) {
        List<Term> all = new ArrayList<>();
        for (int i = 0; !(machine.read(container, ELEMENT + i) instanceof Term.Unset); i++) {
            all.add(machine.read(container, ELEMENT + i));
        }
        return all;
    }

    /** The entries of a map whose keys are known. */
    static Map<String, Term> entries(Machine machine, HeapObject container) {
        Map<String, Term> entries = new TreeMap<>();
        for (String field : machine.fields(container)) {
            Term value = machine.read(container, field);
            if (field.startsWith(KEY) && !(value instanceof Term.Unset)) {
                entries.put(field.substring(KEY.length()), value);
            }
        }
        return entries;
    }

    /** The elements one after the other, where all of them are known and few. */
    static Optional<List<Term>> known(Machine machine, HeapObject container) {
        List<Term> elements = elements(machine, container);
        boolean isView = !(machine.read(container, VIEW) instanceof Term.Unset);
        boolean other = isOpen(machine, container)
                || !(machine.read(container, ANY) instanceof Term.Unset)
                || !(machine.read(container, VALUE) instanceof Term.Unset)
                || elements.stream().anyMatch(Containers::mayBeAbsent);
        return other || elements.size() > MOST_KNOWN || (elements.isEmpty() && !isView)
                ? Optional.empty()
                : Optional.of(elements);
    }

    private static boolean mayBeAbsent(Term term) {
        return term.options().stream().anyMatch(Term.Unset.class::isInstance);
    }

    /** The keys, values or entries of a map of which all keys are known; the map itself stands for those of others. */
    static HeapObject view(Machine machine, HeapObject map, String which, Location at) {
        List<Map.Entry<String, Term>> entries =
                List.copyOf(entries(machine, map).entrySet());
        boolean isMap = map.type().endsWith("Map") && map.type().startsWith("java.util.");
        boolean other = !isMap
                || isOpen(machine, map)
                || !(machine.read(map, ANY) instanceof Term.Unset)
                || entries.size() > MOST_KNOWN
                || entries.stream().anyMatch(entry -> mayBeAbsent(entry.getValue()));
        if (other) {
            return map;
        }
        HeapObject view = create(machine, "java.util.Map." + which, at);
        machine.write(view, VIEW, new Term.Constant(true, Evidence.none()));
        for (int i = 0; i <= MOST_KNOWN; i++) {
            Term element = i < entries.size() ? viewed(machine, entries.get(i), i, which, at) : Plain.UNSET;
            machine.write(view, ELEMENT + i, element);
        }
        return view;
    }

    private static Term viewed(Machine machine, Map.Entry<String, Term> entry, int index, String which, Location at) {
        Term key = Term.constant(entry.getKey(), at, "a key");
        if (which.equals("entrySet")) {
            HeapObject pair = create(machine, "java.util.Map.Entry " + index, at);
            machine.write(pair, ELEMENT + 0, key);
            machine.write(pair, ELEMENT + 1, entry.getValue());
            return new Term.Reference(pair);
        }
        return which.equals("keySet") ? key : entry.getValue();
    }

    /** A collection of which these are the elements, in order. */
    static HeapObject list(Machine machine, List<Term> elements, Location at) {
        HeapObject list = create(machine, "java.util.List", at);
        machine.write(list, VIEW, new Term.Constant(true, Evidence.none()));
        for (int i = 0; i <= MOST_KNOWN; i++) {
            machine.write(list, ELEMENT + i, i < elements.size() ? elements.get(i) : Plain.UNSET);
        }
        return list;
    }

    /** All that one holds comes to the other. */
    static void copy(Machine machine, HeapObject into, HeapObject from) {
        entries(machine, from).forEach((key, value) -> machine.write(into, KEY + key, value));
        Term any = machine.read(from, ANY);
        if (!(any instanceof Term.Unset)) {
            machine.add(into, ANY, any);
        }
        for (Term element : elements(machine, from)) {
            machine.add(into, ANY, element);
        }
        if (isOpen(machine, from)) {
            open(machine, into);
        }
    }
}

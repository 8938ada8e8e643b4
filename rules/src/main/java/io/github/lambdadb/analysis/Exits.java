package io.github.lambdadb.analysis;

import io.github.lambdadb.source.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The exceptions that may leave a stretch of code: their types, and what is open when they do. */
final class Exits {
    /** An exception of any type: of a call into code that was not seen. */
    static final String ANY = "?";

    private final Map<HeapObject, Evidence> closed = new LinkedHashMap<>();
    private final Map<String, Map<HeapObject, Evidence>> byType = new LinkedHashMap<>();

    /** What is closed when any of them leaves, and where. */
    Map<HeapObject, Evidence> closed() {
        return closed;
    }

    /** An exception of the type may leave here while some objects are open, and others have been closed. */
    void add(String type, Set<HeapObject> open, Map<HeapObject, Evidence> closedNow, Evidence why) {
        closedNow.forEach(closed::putIfAbsent);
        Map<HeapObject, Evidence> seen = byType.computeIfAbsent(type, t -> new LinkedHashMap<>());
        open.forEach(object -> seen.putIfAbsent(object, why));
    }

    void addAll(Exits other) {
        other.closed.forEach(closed::putIfAbsent);
        other.byType.forEach((type, open) -> {
            Map<HeapObject, Evidence> seen = byType.computeIfAbsent(type, t -> new LinkedHashMap<>());
            open.forEach(seen::putIfAbsent);
        });
    }

    boolean isEmpty() {
        return byType.isEmpty();
    }

    /** Says of what these explain already that it is open for that reason, whatever throws the exception on. */
    void explainedBy(Map<HeapObject, Evidence> reasons) {
        byType.values().forEach(open -> open.replaceAll((object, why) -> reasons.getOrDefault(object, why)));
    }

    /** Those whose type passes, taken out of this. */
    Exits take(Predicate<String> type) {
        Exits taken = new Exits();
        List<String> types = new ArrayList<>(byType.keySet());
        types.stream().filter(type).forEach(each -> taken.byType.put(each, byType.remove(each)));
        taken.closed.putAll(closed);
        if (byType.isEmpty()) {
            closed.clear();
        }
        return taken;
    }

    /** What is open when any of them leaves. */
    Set<HeapObject> open() {
        Set<HeapObject> open = new LinkedHashSet<>();
        byType.values().forEach(each -> open.addAll(each.keySet()));
        return open;
    }

    /** The same exceptions, with only these still open, and these closed. */
    Exits retaining(Set<HeapObject> stillOpen, Map<HeapObject, Evidence> closedNow) {
        Exits rest = new Exits();
        rest.closed.putAll(closed);
        rest.closed.putAll(closedNow);
        byType.forEach((type, open) -> {
            Map<HeapObject, Evidence> kept = new LinkedHashMap<>(open);
            kept.keySet().retainAll(stillOpen);
            rest.byType.put(type, kept);
        });
        return rest;
    }

    /** Each object that may be open, with the first call whose failure leaves it so. */
    Map<HeapObject, Evidence> leaks() {
        Map<HeapObject, Evidence> leaks = new LinkedHashMap<>();
        byType.values().forEach(open -> open.forEach(leaks::putIfAbsent));
        return leaks;
    }
}

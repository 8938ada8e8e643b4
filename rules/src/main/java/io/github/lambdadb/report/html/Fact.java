package io.github.lambdadb.report.html;

import io.github.lambdadb.report.Redaction;
import io.github.lambdadb.report.ValueText;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One row of an inventory: what it is called, what is known of it, what decides it, and where that is written. */
record Fact(String name, String value, String origin, List<Location> places) {
    Fact {
        places = List.copyOf(places);
    }

    static Fact of(String name, String value) {
        return new Fact(name, value, "", List.of());
    }

    static Fact of(String name, String value, Location place) {
        return new Fact(name, value, "", List.of(place));
    }

    /** Values by name, sorted; secrets are hidden by the name too. */
    static Stream<Fact> of(String origin, Map<?, Value<String>> values) {
        return ValueText.byName(values).entrySet().stream()
                .map(entry -> new Fact(
                        entry.getKey(),
                        ValueText.of(entry.getValue(), text -> Redaction.named(entry.getKey(), text)),
                        origin,
                        ValueText.places(entry.getValue())));
    }
}

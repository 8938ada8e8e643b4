package io.github.lambdadb.frontend.config;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import java.util.List;

/**
 * A key and what it is set to.
 *
 * @param parts the parts of the key as they are written
 * @param value the text, with placeholders if it expands
 * @param expands whether placeholders in the text are replaced; those of a template stand for what only the deployment knows
 */
record ConfigEntry(List<String> parts, Value<String> value, Location at, boolean expands) {
    ConfigEntry {
        parts = List.copyOf(parts);
    }

    static ConfigEntry inFile(List<String> parts, String text, Location at) {
        Evidence evidence = Evidence.of(at, "sets " + String.join(".", parts));
        return new ConfigEntry(parts, new Value.Known<>(text, evidence), at, true);
    }

    static ConfigEntry ofVariable(List<String> parts, Value<String> value) {
        Location at = value.candidates().stream()
                .flatMap(known -> known.evidence().lastLocation().stream())
                .findFirst()
                .orElseGet(() -> Location.ofLine(".", 1));
        return new ConfigEntry(parts, value, at, false);
    }

    String key() {
        return String.join(".", parts);
    }
}

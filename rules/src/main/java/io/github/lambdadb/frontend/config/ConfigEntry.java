package io.github.lambdadb.frontend.config;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A key and what it is set to.
 *
 * @param parts the parts of the key as they are written
 * @param value the text, with placeholders if it expands
 * @param expands whether placeholders in the text are replaced; those of a template stand for what only the deployment knows
 * @param quoted those parts that are written in quotes, as in {@code quarkus.datasource."late-orders".jdbc.url}
 */
record ConfigEntry(List<String> parts, Value<String> value, Location at, boolean expands, List<String> quoted) {
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    ConfigEntry {
        parts = List.copyOf(parts);
        quoted = List.copyOf(quoted);
    }

    ConfigEntry(List<String> parts, Value<String> value, Location at, boolean expands) {
        this(parts, value, at, expands, List.of());
    }

    /** The key as one text, in which quotes hold a part together. */
    static ConfigEntry inFile(String key, String text, Location at) {
        ConfigEntry entry = inFile(KeySpelling.parts(key), text, at);
        List<String> quoted =
                QUOTED.matcher(key).results().map(part -> part.group(1)).toList();
        return new ConfigEntry(entry.parts(), entry.value(), at, true, quoted);
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

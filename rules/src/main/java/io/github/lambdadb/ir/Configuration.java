package io.github.lambdadb.ir;

import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * What the configuration of a framework says to one deployed function: files, profiles, placeholders and environment variables
 * resolved as the framework does it. Keys are asked for in the framework's canonical spelling
 * ({@code spring.datasource.hikari.maximum-pool-size}), however they are spelt where they are set. The last step of a value's
 * evidence is the line that a developer would edit. What stands for something that is not known stands as <code>${NAME}</code>.
 */
public interface Configuration {
    /** The value in force; empty when nothing sets it, which is certain only if the configuration is complete. */
    Optional<Value<String>> get(String key);

    /** All keys below a prefix that is a whole number of parts, sorted by key. */
    List<Entry> below(String prefix);

    /** Where the first key at or below the prefix stands, of those in force. */
    Optional<Location> firstKey(String prefix);

    /** The parts that follow the prefix, as they are written and without quotes: the names of a map's entries, sorted. */
    List<String> names(String prefix);

    /** Whether nothing but what was read can set a key: no import from a secrets store, no file that could not be read. */
    boolean isComplete();

    /**
     * A key below a prefix, and its value.
     *
     * @param key the parts after the prefix in canonical spelling, as far as the written one tells: an environment variable has
     *     lost the borders of words and the case, so known keys are better asked for one by one
     * @param written the parts after the prefix as they are written, for maps whose keys are handed on: {@code ApplicationName}
     */
    record Entry(String key, String written, Value<String> value) {}
}

package io.github.lambdadb.knowledge;

import io.github.lambdadb.facts.Property;
import java.util.List;

/**
 * What a product does with its settings when it starts.
 *
 * @param adjustments what it does not take as it is, in the order in which the product looks
 * @param opens settings that say how many connections are opened before any is asked for
 * @param probesWhen if all of this holds, a connection is opened as a test and closed again; none: it never does
 * @param keys for a product that knows all its keys: those that are no setting of its file; none: any key may mean something
 */
public record Startup(
        List<Adjustment> adjustments, List<Property> opens, List<Comparison> probesWhen, List<String> keys) {
    public Startup {
        adjustments = List.copyOf(adjustments);
        opens = List.copyOf(opens);
        probesWhen = List.copyOf(probesWhen);
        keys = List.copyOf(keys);
    }
}

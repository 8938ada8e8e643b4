package io.github.lambdadb.knowledge;

import io.github.lambdadb.facts.Property;
import java.util.List;

/**
 * What a product does with its settings when it starts and when it opens a connection.
 *
 * @param adjustments what it does not take as it is, in the order in which the product looks
 * @param opens settings that say how many connections are opened before any is asked for
 * @param probesWhen if all of this holds, a connection is opened as a test and closed again; none: it never does
 * @param keys for a product that knows all its keys: those that are no setting of its file; none: any key may mean something
 * @param boundsConnectWhen if all of this holds, a borrower waits no longer than the pool lets it, whatever the driver does; none:
 *     a borrower waits as long as the driver does
 * @param passesOnLoginTimeout the setting that it gives to {@code setLoginTimeout} of the driver's data source or of
 *     {@code DriverManager}, at most one
 * @param startsWhenMade whether it opens its connections when it is made with its settings, and not for the first borrower
 */
public record Startup(
        List<Adjustment> adjustments,
        List<Property> opens,
        List<Comparison> probesWhen,
        List<String> keys,
        List<Comparison> boundsConnectWhen,
        List<Property> passesOnLoginTimeout,
        boolean startsWhenMade) {
    public Startup {
        adjustments = List.copyOf(adjustments);
        opens = List.copyOf(opens);
        probesWhen = List.copyOf(probesWhen);
        keys = List.copyOf(keys);
        boundsConnectWhen = List.copyOf(boundsConnectWhen);
        passesOnLoginTimeout = List.copyOf(passesOnLoginTimeout);
    }
}

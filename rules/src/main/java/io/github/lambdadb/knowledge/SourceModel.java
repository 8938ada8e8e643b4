package io.github.lambdadb.knowledge;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Property;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pool, a data source or another maker of connections, as one knowledge file describes it.
 *
 * @param id the file's id ("hikaricp")
 * @param name how people call it ("HikariCP")
 * @param artifact {@code group:artifact}, or empty for the JDK
 * @param types the library's types by qualified name
 * @param settings what can be set, by property
 * @param driver the id of the driver if the product belongs to one ("postgresql" for PGSimpleDataSource), else empty
 * @param driverPropertyPrefixes prefixes of configuration keys that go to the driver ("dataSource.")
 * @param delegates settings keys or values that put another product's pool in force
 */
public record SourceModel(
        String id,
        String name,
        String artifact,
        ConnectionSource.Kind kind,
        Map<String, TypeModel> types,
        Map<Property, SettingModel> settings,
        String driver,
        List<String> driverPropertyPrefixes,
        List<Delegate> delegates,
        Renews renews) {
    /** How the product treats a session that died while it was idle, with its defaults. */
    public enum Renews {
        /** Tests on borrow; {@link Property#VALIDATES_ON_BORROW} false switches it off if the product has that setting. */
        ON_BORROW,
        /** Does not test on borrow unless {@link Property#VALIDATES_ON_BORROW} is true. */
        IF_ASKED,
        /** Tests on borrow only after {@link Property#VALIDATION_IDLE}; {@link Property#VALIDATES_ON_BORROW} true makes it always. */
        AFTER_IDLE,
        /** Cannot. */
        NEVER,
        /** Opens a new session for each borrower. */
        NOT_NEEDED
    }

    /** If a configuration key starts with {@code keyPrefix}, the pool of the product {@code product} is in force. */
    public record Delegate(String keyPrefix, String valuePart, String product) {}

    public SourceModel {
        types = Map.copyOf(types);
        settings = Map.copyOf(settings);
        driverPropertyPrefixes = List.copyOf(driverPropertyPrefixes);
        delegates = List.copyOf(delegates);
    }

    /** The key that messages show for a property. */
    public Optional<String> firstKey(Property property) {
        SettingModel setting = settings.get(property);
        return setting == null ? Optional.empty() : setting.keys().stream().findFirst();
    }

    /** The condition without which the setting does nothing; empty: always does something. */
    public String effectiveWhen(Property property) {
        SettingModel setting = settings.get(property);
        return setting == null ? "" : setting.effectiveWhen();
    }

    /** The property that a configuration key sets; keys are compared as the library does. */
    public Optional<Property> propertyOfKey(String key) {
        return settings.entrySet().stream()
                .filter(entry -> entry.getValue().keys().contains(key))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}

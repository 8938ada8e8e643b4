package io.github.lambdadb.knowledge;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.Property;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A pool, a data source or another maker of connections, as one knowledge file describes it.
 *
 * @param id the file's id ("hikaricp")
 * @param name how people call it ("HikariCP")
 * @param artifact {@code group:artifact}, or empty for the JDK
 * @param otherArtifacts other coordinates under which the same versions were or are published
 * @param types the library's types by qualified name
 * @param settings what can be set, by property
 * @param driver the id of the driver if the product belongs to one ("postgresql" for PGSimpleDataSource), else empty
 * @param driverPropertyPrefixes prefixes of configuration keys that go to the driver ("dataSource.")
 * @param xmlKeyPrefix the beginning that keys in an XML resource may leave out ("hibernate."), else empty
 * @param delegates settings keys or values that put another product's pool in force
 * @param startup what it does with its settings when it starts
 */
public record SourceModel(
        String id,
        String name,
        String artifact,
        List<String> otherArtifacts,
        ConnectionSource.Kind kind,
        Map<String, TypeModel> types,
        Map<Property, SettingModel> settings,
        String driver,
        List<String> driverPropertyPrefixes,
        String xmlKeyPrefix,
        List<Delegate> delegates,
        Renews renews,
        Startup startup) {
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

    /**
     * When the pool of the product {@code product} is in force instead. Sizes that are set in front of it reach it only if they
     * are handed over.
     *
     * @param keyPrefix the beginning of a configuration key that puts it in force
     * @param key the configuration key that names it; empty for the connection provider
     * @param valuePart what the name contains, in lower case
     * @param alone artifacts of which one puts it in force if nothing is named and no other delegate's is there
     * @param present a class of the class path that puts it in force if nothing is named
     */
    public record Delegate(
            String keyPrefix,
            String key,
            String valuePart,
            List<String> alone,
            String present,
            String product,
            List<HandedOver> handsOver) {
        public Delegate {
            alone = List.copyOf(alone);
            handsOver = List.copyOf(handsOver);
        }

        /** The versions of the product in front that hand the setting over. */
        public List<VersionRange> handingOver(Property setting) {
            return handsOver.stream()
                    .filter(each -> each.setting() == setting)
                    .map(HandedOver::versions)
                    .toList();
        }
    }

    /** A setting that the product in front hands to the product in force. */
    public record HandedOver(Property setting, VersionRange versions) {}

    public SourceModel {
        otherArtifacts = List.copyOf(otherArtifacts);
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

    /** All coordinates under which it is published, the preferred first. */
    public List<String> artifacts() {
        return artifact.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(artifact), otherArtifacts.stream()).toList();
    }

    /** Whether a product that knows all its keys knows this one; the case of its first letter does not count. */
    public boolean knowsKey(String key) {
        return keys().anyMatch(known -> known.substring(0, 1).equalsIgnoreCase(key.isEmpty() ? "" : key.substring(0, 1))
                && known.substring(1).equals(key.isEmpty() ? "" : key.substring(1)));
    }

    /** The known key that somebody may have meant. */
    public Optional<String> nearestKey(String key) {
        return Spelling.nearest(key, keys().toList());
    }

    private Stream<String> keys() {
        return Stream.concat(
                settings.values().stream().flatMap(setting -> setting.keys().stream()), startup.keys().stream());
    }

    /** The property that a configuration key sets; keys are compared as the library does. */
    public Optional<Property> propertyOfKey(String key) {
        return settings.entrySet().stream()
                .filter(entry -> entry.getValue().keys().contains(key))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}

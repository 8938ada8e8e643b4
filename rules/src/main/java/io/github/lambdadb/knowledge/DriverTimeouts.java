package io.github.lambdadb.knowledge;

import io.github.lambdadb.facts.Property;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long a driver waits.
 *
 * @param settings its properties that limit a wait, with units and defaults
 * @param boundsLogin those that end a login which the server does not answer; none: it was not looked into
 * @param takesLoginTimeoutFrom where it takes a login timeout from that is not among its properties
 */
public record DriverTimeouts(
        Map<Property, SettingModel> settings, List<Property> boundsLogin, List<Giver> takesLoginTimeoutFrom) {
    /** Who gives a login timeout. */
    public enum Giver {
        /** {@code DriverManager.setLoginTimeout}. */
        DRIVER_MANAGER,
        /** {@code DataSource.setLoginTimeout} of the driver's own data source. */
        DATA_SOURCE
    }

    public DriverTimeouts {
        settings = Map.copyOf(settings);
        boundsLogin = List.copyOf(boundsLogin);
        takesLoginTimeoutFrom = List.copyOf(takesLoginTimeoutFrom);
    }

    /** The keys of the properties that end a login, as the driver spells them. */
    public List<String> loginKeys() {
        return boundsLogin.stream()
                .flatMap(property -> Optional.ofNullable(settings.get(property)).stream())
                .map(setting -> setting.keys().get(0))
                .toList();
    }
}

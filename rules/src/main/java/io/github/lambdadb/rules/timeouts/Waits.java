package io.github.lambdadb.rules.timeouts;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.ConnectionSource.Kind;
import io.github.lambdadb.facts.LoginBound;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Setting;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The waits of a source that a timeout ends: for a pool, a server, an answer. */
final class Waits {
    private Waits() {}

    /** The settings that decide how long an invocation waits. */
    static Stream<Setting> of(ConnectionSource source) {
        Map<Property, Setting> waits = new LinkedHashMap<>();
        if (source.kind() == Kind.POOL) {
            source.setting(Property.CONNECTION_TIMEOUT).ifPresent(setting -> waits.put(setting.property(), setting));
        }
        Set<Property> bounds =
                source.loginBound().by().stream().map(Setting::property).collect(Collectors.toSet());
        boolean poolBounds = bounds.contains(Property.CONNECTION_TIMEOUT);
        boolean loginBounds = bounds.contains(Property.LOGIN_TIMEOUT);
        // what ends the whole login ends the part before it as well
        source.loginBound().by().stream()
                .filter(setting -> !loginBounds || setting.property() != Property.CONNECT_TIMEOUT)
                .forEach(setting -> waits.putIfAbsent(setting.property(), setting));
        if (!poolBounds && !loginBounds) {
            boolean isKnown = source.loginBound().state() == LoginBound.State.BOUNDED;
            add(source, Property.CONNECT_TIMEOUT, waits, setting -> isKnown || setting.isSet());
        }
        if (!poolBounds) {
            add(source, Property.LOGIN_TIMEOUT, waits, Setting::isSet);
        }
        add(source, Property.SOCKET_TIMEOUT, waits, Setting::isSet);
        add(source, Property.QUERY_TIMEOUT, waits, Setting::isSet);
        return waits.values().stream().filter(setting -> setting.origin() != Setting.Origin.UNKNOWN);
    }

    private static void add(
            ConnectionSource source, Property property, Map<Property, Setting> waits, Predicate<Setting> counts) {
        Optional<Setting> setting = source.setting(property);
        setting.filter(counts).ifPresent(found -> waits.putIfAbsent(property, found));
    }

    /** Those that end a login, or the wait of a borrower for it. */
    static Stream<Setting> ofLogin(ConnectionSource source) {
        Set<Property> others = Set.of(Property.QUERY_TIMEOUT, Property.CONNECT_TIMEOUT);
        boolean socketOnly =
                source.loginBound().by().stream().allMatch(setting -> setting.property() == Property.SOCKET_TIMEOUT);
        return of(source)
                .filter(setting -> !others.contains(setting.property())
                        || source.loginBound().by().contains(setting))
                .filter(setting -> setting.property() != Property.SOCKET_TIMEOUT || socketOnly);
    }

    /** How long an invocation waits and for what, to follow the name of the source. */
    static String clause(Property property, boolean surely, String howLong) {
        String waits = (surely ? "waits " : "may wait ") + howLong;
        return switch (property) {
            case CONNECTION_TIMEOUT -> (surely ? "lets" : "may let") + " a borrower wait " + howLong;
            case CONNECT_TIMEOUT -> waits + " for a TCP connection";
            case LOGIN_TIMEOUT -> waits + " for a login";
            case QUERY_TIMEOUT -> waits + " for a query";
            default -> waits + " for an answer";
        };
    }
}

package io.github.lambdadb.facts;

import java.util.List;
import java.util.Map;

/**
 * A JDBC URL, as far as it is known. {@code text} shows secrets as {@code ***} and unknown parts as {@code ${…}};
 * {@code driver} is the id of the driver's knowledge file, empty when the prefix is not known; {@code wrappers} the wrapping
 * prefixes, outermost first; {@code propertiesComplete} is false when an unknown part may hold further properties.
 */
public record JdbcUrl(
        String text,
        String driver,
        List<String> wrappers,
        Map<String, String> properties,
        boolean propertiesComplete,
        boolean exempt) {
    public JdbcUrl {
        wrappers = List.copyOf(wrappers);
        properties = Map.copyOf(properties);
    }

    /** Whether the part before the parameters holds something that only the running program knows. */
    public boolean isHostUnknown() {
        int parameters = text.indexOf('?');
        return (parameters < 0 ? text : text.substring(0, parameters)).contains("${");
    }
}

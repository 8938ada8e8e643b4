package io.github.lambdadb.knowledge;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A JDBC driver.
 *
 * @param id the file's id ("postgresql")
 * @param name how people call it
 * @param engine the server's name ("PostgreSQL")
 * @param prefixes what its URLs start with, {@code jdbc:postgresql:}
 * @param classes its driver classes
 * @param parameterStarts characters after which parameters begin: {@code ?} or {@code ;}
 * @param parameterSeparators characters between parameters: {@code &} or {@code ;}
 * @param keysIgnoreCase whether property keys are compared without case
 * @param programName how a session is named; see {@link ProgramNameModel}
 * @param serverIdleTimeouts parts of URL parameters, properties or init SQL that make the server end idle sessions
 * @param exemptUnless for a driver without server sessions: parts of the URL that make it a network connection after all
 * @param isExempt whether it has no server session, or its server has no notion of a program name
 * @param autoReconnectKeys properties that promise a reconnect and do not keep it
 * @param timeouts how long it waits
 * @param pins what makes RDS Proxy bind a session to one client
 * @param isProved whether it was seen on a server by {@code test-projects/proofs}; otherwise it is documented by its maker
 * @param propertyEnum its properties as constants of an enum
 */
public record DriverModel(
        String id,
        String name,
        String engine,
        String artifact,
        List<String> prefixes,
        List<String> classes,
        String parameterStarts,
        String parameterSeparators,
        boolean keysIgnoreCase,
        ProgramNameModel programName,
        List<ServerIdleTimeout> serverIdleTimeouts,
        List<String> exemptUnless,
        boolean isExempt,
        List<String> autoReconnectKeys,
        DriverTimeouts timeouts,
        EncryptionModel encryption,
        List<Pin> pins,
        boolean isProved,
        PropertyEnum propertyEnum) {
    /**
     * What makes RDS Proxy bind a session to one client.
     *
     * @param key a driver property; empty for a statement
     * @param value what the property has to be, in lower case; empty: anything
     * @param unless properties of which one keeps the driver from it
     * @param statement a pattern of statements; empty for a property
     * @param what said in a clause
     * @param isVariable whether the pinning filter EXCLUDE_VARIABLE_SETS takes it out
     * @param isDocumented whether the current guide lists it
     */
    public record Pin(
            String key,
            String value,
            List<String> unless,
            String statement,
            String what,
            boolean isVariable,
            boolean isDocumented) {
        public Pin {
            unless = List.copyOf(unless);
        }

        /** Whether these properties, by key, make the driver do it. */
        public boolean isSetBy(Map<String, String> properties) {
            String set = properties.get(key);
            return !key.isEmpty()
                    && set != null
                    && (value.isEmpty() || set.strip().equalsIgnoreCase(value))
                    && unless.stream().noneMatch(properties::containsKey);
        }

        /** Whether the statement is one of these. */
        public boolean matches(String sql) {
            return !statement.isEmpty()
                    && Pattern.compile(statement, Pattern.CASE_INSENSITIVE)
                            .matcher(sql)
                            .find();
        }
    }

    /**
     * An enum of a driver's properties.
     *
     * @param type qualified name, or empty
     * @param keys the property of a constant, of those that matter
     */
    public record PropertyEnum(String type, Map<String, String> keys) {
        public PropertyEnum {
            keys = Map.copyOf(keys);
        }
    }

    /**
     * How a session is named.
     *
     * @param key the driver property: {@code ApplicationName}
     * @param also further properties that name a session as well
     * @param part a part its value must contain ({@code program_name:}), or empty
     * @param lookAlikes keys that the driver does not read, although people write them
     * @param clientInfo names for {@code Connection.setClientInfo} that work
     * @param statement a lower-case part of an SQL statement that sets it ({@code set application_name}), or empty
     * @param view where the server shows it: {@code pg_stat_activity.application_name}
     * @param byDefault what it shows when nothing is set
     */
    public record ProgramNameModel(
            String key,
            List<String> also,
            String part,
            List<String> lookAlikes,
            List<String> clientInfo,
            String statement,
            String view,
            String byDefault) {
        public ProgramNameModel {
            also = List.copyOf(also);
            lookAlikes = List.copyOf(lookAlikes);
            clientInfo = List.copyOf(clientInfo);
        }
    }

    /**
     * A server-side idle timeout that the client asks for.
     *
     * @param key the driver property that carries it ({@code sessionVariables}, {@code options}), or empty for SQL alone
     * @param variable the server's variable, lower case ({@code wait_timeout})
     * @param unit the unit of a plain number
     * @param byDefault what the server does when nothing sets it, in ISO-8601: zero is never
     * @param since the version of the server that began with it, or empty
     * @param smallerWith a variable of which Aurora takes the smaller one of the two, or empty
     * @param form how the property's value is written in a URL, with {@code {variable}} and {@code {value}}
     */
    public record ServerIdleTimeout(
            String key,
            String variable,
            SettingModel.Unit unit,
            Duration byDefault,
            String since,
            String smallerWith,
            String form) {
        /** The property's value in a URL that makes the server end sessions which are idle for so long. */
        public String written(String limit) {
            return form.replace("{variable}", variable).replace("{value}", limit);
        }
    }

    public DriverModel {
        prefixes = List.copyOf(prefixes);
        classes = List.copyOf(classes);
        serverIdleTimeouts = List.copyOf(serverIdleTimeouts);
        exemptUnless = List.copyOf(exemptUnless);
        autoReconnectKeys = List.copyOf(autoReconnectKeys);
        pins = List.copyOf(pins);
    }

    /** Whether the driver reads the name of the session from that property. */
    public boolean readsProgramNameFrom(String key) {
        return Stream.concat(Stream.of(programName.key()), programName.also().stream())
                .filter(known -> !known.isEmpty())
                .anyMatch(known -> keysIgnoreCase ? known.equalsIgnoreCase(key) : known.equals(key));
    }
}

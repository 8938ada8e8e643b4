package io.github.lambdadb.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a type of a product does.
 *
 * @param role whether creating an object of it creates a source, or only collects settings
 * @param constructors by number of arguments; several alternatives of one length are told apart by what the arguments are
 * @param factories static methods that return a source or a configuration
 * @param creates methods of an object that return a new source made of its settings ({@code buildSessionFactory})
 * @param returnsItself methods that return this object or another view of the same settings ({@code connectionPoolConfiguration},
 *     {@code get}); a lambda among their arguments is called with that view; setters and {@code methods} return it anyway and
 *     must not be named here
 * @param methods further methods whose arguments set something, by name, one list of meanings for each number of arguments
 */
public record TypeModel(
        Role role,
        List<Signature> constructors,
        Map<String, Factory> factories,
        List<String> creates,
        List<String> returnsItself,
        Map<String, List<Signature>> methods) {
    /** What an object of the type is. */
    public enum Role {
        SOURCE,
        CONFIGURATION,
        /** Only static methods matter. */
        FACTORY
    }

    /**
     * What each argument of a call means, in order.
     *
     * @param impliedResources the resources of configuration keys that the call reads although no argument names them, the
     *     weakest first; what follows a {@code #} is the element of an XML file that is read
     */
    public record Signature(List<Argument> arguments, List<String> impliedResources) {
        public Signature {
            arguments = List.copyOf(arguments);
            impliedResources = List.copyOf(impliedResources);
        }

        public Signature(List<Argument> arguments) {
            this(arguments, List.of());
        }
    }

    /** A static method: what it returns and what its arguments mean. */
    public record Factory(Role returns, List<Signature> signatures) {
        public Factory {
            signatures = List.copyOf(signatures);
        }
    }

    /**
     * The meaning of an argument: {@code SETTING} sets {@code property} (its kebab-case name); {@code CONFIGURATION} gives all
     * its settings to the receiver; {@code COPY_TARGET} takes all of the receiver's; {@code PROPERTIES} is a map or Properties
     * of configuration keys; {@code DRIVER_PROPERTIES} one of driver keys; {@code DRIVER_PROPERTIES_TEXT} {@code k=v;k=v};
     * {@code PROPERTY_KEY}/{@code PROPERTY_VALUE} one configuration key and value; {@code DRIVER_KEY}/{@code DRIVER_VALUE} one
     * driver property; {@code DATA_SOURCE} is the source that is asked for connections; {@code RESOURCE} names a resource of
     * configuration keys; {@code PERSISTENCE_UNIT} names a unit of {@code META-INF/persistence.xml}; {@code NAMED_ELEMENT}
     * is the {@code name} of an element of the implied resources that is read as well; {@code IGNORED} has no bearing.
     */
    public record Argument(Meaning meaning, String property) {}

    /** See {@link Argument}. */
    public enum Meaning {
        SETTING,
        CONFIGURATION,
        COPY_TARGET,
        PROPERTIES,
        DRIVER_PROPERTIES,
        DRIVER_PROPERTIES_TEXT,
        PROPERTY_KEY,
        PROPERTY_VALUE,
        DRIVER_KEY,
        DRIVER_VALUE,
        DATA_SOURCE,
        RESOURCE,
        PERSISTENCE_UNIT,
        NAMED_ELEMENT,
        IGNORED
    }

    public TypeModel {
        constructors = List.copyOf(constructors);
        factories = Map.copyOf(factories);
        creates = List.copyOf(creates);
        returnsItself = List.copyOf(returnsItself);
        methods = Map.copyOf(methods);
    }

    public Optional<Factory> factory(String name) {
        return Optional.ofNullable(factories.get(name));
    }
}

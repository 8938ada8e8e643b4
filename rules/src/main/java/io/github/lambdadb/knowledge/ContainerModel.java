package io.github.lambdadb.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A container that makes objects and gives them to each other.
 *
 * @param name how people call it
 * @param starts types of which a call or construction with class literals starts a container of these classes
 * @param lookups methods that return an object by the literal of its class
 * @param scans annotations that make it look for components in packages
 * @param components annotations of classes that it makes an object of
 * @param factories annotations of methods whose results it keeps
 * @param imports annotations that name further classes
 * @param files annotations that name XML files that describe further objects
 * @param conditions beginnings of simple names of annotations under which an object may be left out
 * @param framework the id of the framework whose configuration it reads, or empty
 * @param bindings annotations of factory methods whose results are set from the configuration below a prefix
 * @param values annotations of fields that get a text of the configuration: by a placeholder, or by a name and a default
 * @param properties types and those of their methods that return a text of the configuration by its key
 * @param serving how it becomes a function by itself
 * @param sources the data sources that it makes of its configuration
 * @param accessors what it gives that works on its data source
 * @param schemaSettings keys by which it changes the schema
 * @param snapshots what it does around a snapshot, at most one; none: that is not known
 */
public record ContainerModel(
        String name,
        List<String> starts,
        List<String> lookups,
        List<String> scans,
        List<String> components,
        List<String> factories,
        List<String> imports,
        List<String> files,
        List<String> conditions,
        String framework,
        List<String> bindings,
        List<String> values,
        Map<String, List<String>> properties,
        Serving serving,
        List<ManagedSource> sources,
        List<Accessor> accessors,
        List<SchemaSetting> schemaSettings,
        List<SnapshotModel> snapshots) {
    /**
     * What the container does around a snapshot with the sessions of its data sources.
     *
     * @param artifact the artifact {@code group:artifact} that does it; empty: nothing does
     * @param from the version since which it does
     * @param needs artifacts that have to be there too
     * @param products ids of the products that it knows
     * @param suspendsWith the key relative to the prefix of the data source that has to be true
     * @param opensAtStart artifacts of which one makes the container open a session when it starts
     */
    public record SnapshotModel(
            String artifact,
            String from,
            List<String> needs,
            List<String> products,
            String suspendsWith,
            List<String> opensAtStart) {
        public SnapshotModel {
            needs = List.copyOf(needs);
            products = List.copyOf(products);
            opensAtStart = List.copyOf(opensAtStart);
        }
    }

    /**
     * Types of which nobody in the project makes an object: the container makes it, and it works on its data source.
     *
     * @param types types and interfaces, which the project may extend
     * @param annotations annotations of interfaces and abstract classes that the framework implements
     * @param unless artifacts {@code group:artifact} of which one makes it undecided whether the data source is meant
     */
    public record Accessor(List<String> types, List<String> annotations, List<String> unless) {
        public Accessor {
            types = List.copyOf(types);
            annotations = List.copyOf(annotations);
            unless = List.copyOf(unless);
        }
    }

    /** A key whose values make the container change the schema when it starts. */
    public record SchemaSetting(String key, List<String> values) {
        public SchemaSetting {
            values = List.copyOf(values);
        }
    }

    /**
     * A container that is started by the framework, not by the code.
     *
     * @param handlers classes of the framework that a template names as the handler, and that run the project's code
     * @param artifacts artifacts {@code group:artifact} of which one makes the module a function without a handler of its own
     * @param around artifacts of which one makes the container start before each handler class of the module
     * @param roots annotations of the class that the container starts with; none: with all components
     * @param methods annotations of the methods of components that an invocation calls
     * @param functions functional interfaces of which components and factory results are called by an invocation
     * @param dispatch how one of the classes in {@code handlers} comes to a handler of the module
     */
    public record Serving(
            List<String> handlers,
            List<String> artifacts,
            List<String> around,
            List<String> roots,
            List<String> methods,
            List<String> functions,
            Optional<Dispatch> dispatch) {
        public Serving {
            handlers = List.copyOf(handlers);
            artifacts = List.copyOf(artifacts);
            around = List.copyOf(around);
            roots = List.copyOf(roots);
            methods = List.copyOf(methods);
            functions = List.copyOf(functions);
        }
    }

    /**
     * A class of the framework is deployed as the handler, and runs one of the module's in its place.
     *
     * @param artifacts one of which makes it do so
     * @param key the configuration's key that names which one, where there are several
     * @param annotation gives a handler its name
     */
    public record Dispatch(List<String> artifacts, String key, String annotation) {
        public Dispatch {
            artifacts = List.copyOf(artifacts);
        }
    }

    public ContainerModel {
        starts = List.copyOf(starts);
        lookups = List.copyOf(lookups);
        scans = List.copyOf(scans);
        components = List.copyOf(components);
        factories = List.copyOf(factories);
        imports = List.copyOf(imports);
        files = List.copyOf(files);
        conditions = List.copyOf(conditions);
        bindings = List.copyOf(bindings);
        values = List.copyOf(values);
        properties = Map.copyOf(properties);
        sources = List.copyOf(sources);
        accessors = List.copyOf(accessors);
        schemaSettings = List.copyOf(schemaSettings);
        snapshots = List.copyOf(snapshots);
    }
}

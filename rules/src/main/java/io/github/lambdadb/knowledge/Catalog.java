package io.github.lambdadb.knowledge;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All knowledge files, indexed by the names that code uses. */
public final class Catalog {
    private final List<SourceModel> sources;
    private final List<DriverModel> drivers;
    private final List<WrapperModel> wrappers;
    private final Map<String, SourceModel> sourceByType = new TreeMap<>();
    private final Map<String, CallModel> callByType = new TreeMap<>();
    private final List<ContainerModel> containers;
    private final List<FrameworkModel> frameworks;
    private final List<EngineModel> engines;
    private final List<InstanceModel> instances;
    private final List<TracerModel> tracers;
    private final List<ThreadModel> threads;
    private final List<CredentialModel> credentials;
    private final FunctionModel functions;
    private final Set<String> tellingMethods = new TreeSet<>(Set.of("getConnection"));

    Catalog(
            List<SourceModel> sources,
            List<DriverModel> drivers,
            List<WrapperModel> wrappers,
            List<CallModel> calls,
            List<ContainerModel> containers,
            List<FrameworkModel> frameworks,
            List<EngineModel> engines,
            List<InstanceModel> instances,
            List<TracerModel> tracers,
            List<ThreadModel> threads,
            List<CredentialModel> credentials,
            FunctionModel functions) {
        this.sources = List.copyOf(sources);
        this.drivers = List.copyOf(drivers);
        this.wrappers = List.copyOf(wrappers);
        this.containers = List.copyOf(containers);
        this.frameworks = List.copyOf(frameworks);
        this.engines = List.copyOf(engines);
        this.instances = List.copyOf(instances);
        this.tracers = List.copyOf(tracers);
        this.threads = List.copyOf(threads);
        this.credentials = List.copyOf(credentials);
        this.functions = functions;
        for (SourceModel source : sources) {
            source.types().keySet().forEach(type -> sourceByType.put(type, source));
            source.settings().values().forEach(setting -> tellingMethods.addAll(setting.setters()));
            source.types().values().forEach(type -> {
                tellingMethods.addAll(type.methods().keySet());
                tellingMethods.addAll(type.creates());
            });
        }
        calls.forEach(call -> callByType.put(call.type(), call));
    }

    /** What this jar knows; read when it is first asked for. */
    public static Catalog builtIn() {
        return BuiltIn.CATALOG;
    }

    /**
     * What this jar knows and what others add to it: jars beside it, then the project.
     *
     * @throws KnowledgeException if a file of theirs is malformed, or describes what another does without saying so
     */
    public static Catalog builtInWith(List<KnowledgeFile> ofJars, List<KnowledgeFile> ofProject) {
        return CatalogReader.builtInWith(ofJars, ofProject);
    }

    /** How functions are recognised, without reading the rest: most modules hold no function. */
    public static FunctionModel builtInFunctions() {
        return CatalogReader.builtInFunctions();
    }

    /** What containers do, read without the rest. */
    public static List<ContainerModel> builtInContainers() {
        return BuiltInContainers.LIST;
    }

    /** Read once: every module without a handler of its own asks. */
    private static final class BuiltInContainers {
        private static final List<ContainerModel> LIST = CatalogReader.builtInContainers();
    }

    /** Its initialisation is the first question. */
    private static final class BuiltIn {
        private static final Catalog CATALOG = CatalogReader.builtIn();
    }

    public List<SourceModel> sources() {
        return sources;
    }

    public List<DriverModel> drivers() {
        return drivers;
    }

    public List<WrapperModel> wrappers() {
        return wrappers;
    }

    public List<ContainerModel> containers() {
        return containers;
    }

    /** What gives tracing away. */
    public List<TracerModel> tracers() {
        return tracers;
    }

    /** What gives programs passwords and tokens. */
    public List<CredentialModel> credentials() {
        return credentials;
    }

    /** What starts threads and waits for them. */
    public List<ThreadModel> threads() {
        return threads;
    }

    /** The engine that a template spells so. */
    public Optional<EngineModel> engine(String name) {
        return engines.stream().filter(engine -> engine.isCalled(name)).findFirst();
    }

    /** {@code DBInstanceClassMemory} of an instance class in bytes, about; empty for one that is not known. */
    public Optional<Double> usableMemory(String instanceClass) {
        return instances.stream()
                .flatMap(model -> model.usableMemory(instanceClass).stream())
                .findFirst();
    }

    /** The frameworks whose configuration is read. */
    public List<FrameworkModel> frameworks() {
        return frameworks;
    }

    public Optional<FrameworkModel> framework(String id) {
        return frameworks.stream()
                .filter(framework -> framework.id().equals(id))
                .findFirst();
    }

    public Collection<CallModel> calls() {
        return callByType.values();
    }

    /** The qualified names of all library types that any file describes. */
    public Set<String> typeNames() {
        Set<String> names = new TreeSet<>(sourceByType.keySet());
        names.addAll(callByType.keySet());
        names.addAll(functions.interfaces().keySet());
        threads.forEach(model -> names.add(model.type()));
        return names;
    }

    /** Names of methods that set something on a source, make one or borrow from one: their receivers are worth a question. */
    public Set<String> tellingMethods() {
        return Collections.unmodifiableSet(tellingMethods);
    }

    /** How functions are recognised. */
    public FunctionModel functions() {
        return functions;
    }

    /** The product that the type of exactly this name belongs to. */
    public Optional<SourceModel> sourceOfType(String type) {
        return Optional.ofNullable(sourceByType.get(type));
    }

    public Optional<SourceModel> source(String id) {
        return sources.stream().filter(source -> source.id().equals(id)).findFirst();
    }

    /** The product that people call so, as {@link io.github.lambdadb.facts.ConnectionSource#product} does. */
    public Optional<SourceModel> product(String name) {
        return sources.stream().filter(source -> source.name().equals(name)).findFirst();
    }

    public Optional<DriverModel> driver(String id) {
        return drivers.stream().filter(driver -> driver.id().equals(id)).findFirst();
    }

    /** The driver property that a constant stands for; a constant of a driver's enum that matters to nobody is one by its own name. */
    public Optional<String> driverProperty(String enumType, String constant) {
        return drivers.stream()
                .map(DriverModel::propertyEnum)
                .filter(properties -> properties.type().equals(enumType))
                .findFirst()
                .map(properties -> properties.keys().getOrDefault(constant, constant));
    }

    /** What the methods of the type of exactly this name mean. */
    public Optional<CallModel> call(String type) {
        return Optional.ofNullable(callByType.get(type));
    }
}

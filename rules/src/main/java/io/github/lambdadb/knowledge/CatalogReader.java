package io.github.lambdadb.knowledge;

import io.github.lambdadb.document.DocumentException;
import io.github.lambdadb.document.Node;
import io.github.lambdadb.document.YamlDocument;
import io.github.lambdadb.source.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads knowledge files into a catalog. */
final class CatalogReader {
    /** Names every file, because a jar in a plugin's class realm cannot be listed like a folder. */
    static final String INDEX = "index.txt";

    private final List<SourceModel> sources = new ArrayList<>();
    private final List<DriverModel> drivers = new ArrayList<>();
    private final List<WrapperModel> wrappers = new ArrayList<>();
    private final List<CallModel> calls = new ArrayList<>();
    private final List<ContainerModel> containers = new ArrayList<>();
    private final List<FrameworkModel> frameworks = new ArrayList<>();
    private final List<EngineModel> engines = new ArrayList<>();
    private final List<InstanceModel> instances = new ArrayList<>();
    private final List<TracerModel> tracers = new ArrayList<>();
    private final List<ThreadModel> threads = new ArrayList<>();
    private final List<CredentialModel> credentials = new ArrayList<>();
    private final Map<String, String> interfaces = new LinkedHashMap<>();
    private final List<String> harmless = new ArrayList<>();
    private final List<String> extensions = new ArrayList<>();
    private final Map<String, Claim> names = new LinkedHashMap<>();
    private Layer layer = Layer.BUILT_IN;
    private boolean overrides;

    /** Where a file comes from; a later one may replace what an earlier one says. */
    enum Layer {
        BUILT_IN,
        JAR,
        PROJECT
    }

    /** A name that a file has taken for what it describes. */
    private record Claim(Location location, Layer layer, Object model) {}

    static Catalog builtIn() {
        return builtIn("").catalog();
    }

    /** What comes with this jar, then what other jars add, then the project. */
    static Catalog builtInWith(List<KnowledgeFile> ofJars, List<KnowledgeFile> ofProject) {
        CatalogReader reader = builtIn("");
        reader.layer = Layer.JAR;
        ofJars.forEach(reader::add);
        reader.layer = Layer.PROJECT;
        ofProject.forEach(reader::add);
        return reader.catalog();
    }

    static FunctionModel builtInFunctions() {
        return builtIn("functions/").catalog().functions();
    }

    static List<ContainerModel> builtInContainers() {
        return builtIn("containers/").catalog().containers();
    }

    private static CatalogReader builtIn(String folder) {
        CatalogReader reader = new CatalogReader();
        resource(INDEX)
                .lines()
                .filter(path -> path.startsWith(folder))
                .forEach(path -> reader.add(path, resource(path)));
        return reader;
    }

    static String resource(String path) {
        try (InputStream stream = CatalogReader.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("The resource '" + path + "' is not beside the knowledge package.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Catalog catalog() {
        return new Catalog(
                sources,
                drivers,
                wrappers,
                calls,
                containers,
                frameworks,
                engines,
                instances,
                tracers,
                threads,
                credentials,
                new FunctionModel(interfaces, harmless, extensions));
    }

    /** Reads one file; the folder it is in says what it is. */
    void add(String path, String text) {
        Node root = root(path, text);
        add(path.contains("/") ? path.substring(0, path.indexOf('/')) : "", root);
    }

    /** Reads a file of somebody else, whose keys say what it is. */
    private void add(KnowledgeFile file) {
        ForeignKnowledge foreign = ForeignKnowledge.of(root(file.name(), file.text()));
        overrides = foreign.overrides();
        try {
            add(foreign.folder(), foreign.root());
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException malformed) {
            throw new KnowledgeException(foreign.root().location(), String.valueOf(malformed.getMessage()));
        }
    }

    private void add(String folder, Node root) {
        switch (folder) {
            case "sources" -> {
                SourceModel source = SourceReader.read(root);
                claim("source " + source.id(), root, source);
                source.types().keySet().forEach(type -> claim("source type " + type, root, source));
                sources.add(source);
            }
            case "drivers" -> {
                DriverModel driver = DriverReader.read(root);
                claim("driver " + driver.id(), root, driver);
                driver.prefixes().forEach(prefix -> claim("prefix " + prefix, root, driver));
                drivers.add(driver);
            }
            case "wrappers" -> {
                WrapperModel wrapper = wrapper(root);
                claim("prefix " + wrapper.prefix(), root, wrapper);
                wrappers.add(wrapper);
            }
            case "calls" ->
                CallReader.read(root).forEach(call -> {
                    claim("calls of " + call.type(), root, call);
                    calls.add(call);
                });
            case "functions" -> addFunctions(root);
            case "containers" -> {
                ContainerModel container = ContainerReader.read(root);
                claim("container " + container.name(), root, container);
                containers.add(container);
            }
            case "frameworks" -> {
                FrameworkModel framework = FrameworkReader.read(root);
                claim("framework " + framework.id(), root, framework);
                frameworks.add(framework);
            }
            case "engines" -> {
                EngineModel engine = EngineReader.engine(root);
                engine.names().forEach(name -> claim("engine " + name, root, engine));
                engines.add(engine);
            }
            case "instances" -> instances.add(EngineReader.instances(root));
            case "tracers" -> {
                Fields fields = Fields.of(root, List.of("artifacts", "layers"));
                tracers.add(new TracerModel(fields.texts("artifacts"), fields.texts("layers")));
            }
            case "credentials" -> addCredentials(root);
            case "threads" ->
                ThreadReader.read(root).forEach(model -> {
                    claim("threads of " + model.type(), root, model);
                    threads.add(model);
                });
            default -> throw new KnowledgeException(root.location(), "the folder '" + folder + "' means nothing");
        }
    }

    private static Node root(String path, String text) {
        try {
            List<Node> documents = YamlDocument.parse(path, text);
            if (documents.size() != 1) {
                throw new KnowledgeException(Location.ofLine(path, 1), "one document is expected");
            }
            return documents.get(0);
        } catch (DocumentException malformed) {
            throw new KnowledgeException(malformed.location(), malformed.problem());
        }
    }

    private void claim(String name, Node root, Object model) {
        Claim other = names.get(name);
        if (other != null && other.model() != model) {
            boolean isAbove = layer.compareTo(other.layer()) > 0;
            if (!isAbove || !overrides) {
                throw new KnowledgeException(
                        root.location(),
                        "'" + name + "' is described in " + other.location().file() + " too"
                                + (isAbove ? "; 'overrides: true' would replace that" : ""));
            }
            forget(other.model());
        }
        names.put(name, new Claim(root.location(), layer, model));
    }

    /** All that the replaced model said is gone, also what the new one says nothing about. */
    private void forget(Object model) {
        names.values().removeIf(claim -> claim.model() == model);
        Stream.of(sources, drivers, wrappers, calls, containers, frameworks, engines, threads, credentials)
                .forEach(models -> models.removeIf(each -> each == model));
    }

    private static WrapperModel wrapper(Node root) {
        Fields fields = Fields.of(root, List.of("wrapper", "name", "prefix", "replacement", "own-timeouts"));
        return new WrapperModel(
                fields.text("wrapper"),
                fields.text("name"),
                fields.text("prefix"),
                fields.text("replacement"),
                fields.flag("own-timeouts"));
    }

    private void addCredentials(Node root) {
        Fields file = Fields.of(root, List.of("credentials", "artifacts", "types"));
        file.text("credentials");
        file.texts("artifacts");
        Node types = file.node("types")
                .orElseThrow(() -> new KnowledgeException(root.location(), "the key 'types' is missing"));
        Fields.byName(types, node -> Fields.of(node, List.of("tokens", "secrets")))
                .forEach((type, fields) -> {
                    CredentialModel model = new CredentialModel(type, fields.texts("tokens"), fields.texts("secrets"));
                    claim("credentials of " + type, root, model);
                    credentials.add(model);
                });
    }

    private void addFunctions(Node root) {
        Fields fields = Fields.of(root, List.of("interfaces", "harmless", "extensions"));
        fields.node("interfaces")
                .map(node -> Fields.byName(node, Fields::text))
                .orElse(Map.of())
                .forEach((type, methods) -> {
                    claim("interface " + type, root, new Object());
                    interfaces.put(type, methods);
                });
        harmless.addAll(fields.texts("harmless"));
        extensions.addAll(fields.texts("extensions"));
    }
}

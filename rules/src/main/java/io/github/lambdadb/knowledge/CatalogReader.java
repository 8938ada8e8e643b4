package io.github.lambdadb.knowledge;

import io.github.lambdadb.document.DocumentException;
import io.github.lambdadb.document.Node;
import io.github.lambdadb.document.YamlDocument;
import io.github.lambdadb.source.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    private final Map<String, Location> names = new LinkedHashMap<>();

    static Catalog builtIn() {
        return builtIn("").catalog();
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
        String folder = path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
        switch (folder) {
            case "sources" -> {
                SourceModel source = SourceReader.read(root);
                claim("source " + source.id(), root.location());
                source.types().keySet().forEach(type -> claim("source type " + type, root.location()));
                sources.add(source);
            }
            case "drivers" -> {
                DriverModel driver = DriverReader.read(root);
                claim("driver " + driver.id(), root.location());
                driver.prefixes().forEach(prefix -> claim("prefix " + prefix, root.location()));
                drivers.add(driver);
            }
            case "wrappers" -> {
                WrapperModel wrapper = wrapper(root);
                claim("prefix " + wrapper.prefix(), root.location());
                wrappers.add(wrapper);
            }
            case "calls" ->
                CallReader.read(root).forEach(call -> {
                    claim("calls of " + call.type(), root.location());
                    calls.add(call);
                });
            case "functions" -> addFunctions(root);
            case "containers" -> containers.add(ContainerReader.read(root));
            case "frameworks" -> {
                FrameworkModel framework = FrameworkReader.read(root);
                claim("framework " + framework.id(), root.location());
                frameworks.add(framework);
            }
            case "engines" -> {
                EngineModel engine = EngineReader.engine(root);
                engine.names().forEach(name -> claim("engine " + name, root.location()));
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
                    claim("threads of " + model.type(), root.location());
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

    private void claim(String name, Location location) {
        Location other = names.putIfAbsent(name, location);
        if (other != null) {
            throw new KnowledgeException(location, "'" + name + "' is described in " + other.file() + " too");
        }
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
                    claim("credentials of " + type, root.location());
                    credentials.add(new CredentialModel(type, fields.texts("tokens"), fields.texts("secrets")));
                });
    }

    private void addFunctions(Node root) {
        Fields fields = Fields.of(root, List.of("interfaces", "harmless", "extensions"));
        fields.node("interfaces")
                .map(node -> Fields.byName(node, Fields::text))
                .orElse(Map.of())
                .forEach((type, methods) -> {
                    claim("interface " + type, root.location());
                    interfaces.put(type, methods);
                });
        harmless.addAll(fields.texts("harmless"));
        extensions.addAll(fields.texts("extensions"));
    }
}

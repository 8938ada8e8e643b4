package io.github.lambdadb.frontend.config;

import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.ir.Configuration;
import io.github.lambdadb.ir.ConfigurationReader;
import io.github.lambdadb.knowledge.Catalog;
import io.github.lambdadb.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The configuration of one module, by framework; each framework's files are read when somebody asks for them. */
public final class ModuleConfiguration implements ConfigurationReader {
    private final Catalog catalog;
    private final List<Path> resourceRoots;
    private final Path root;
    private final Map<String, Optional<Configurations>> known = new TreeMap<>();

    /**
     * @param resourceRoots folders whose files end up on the class path, the first one first; never those of tests
     * @param root the folder that reported paths are relative to
     */
    public ModuleConfiguration(Catalog catalog, List<Path> resourceRoots, Path root) {
        this.catalog = catalog;
        this.resourceRoots = List.copyOf(resourceRoots);
        this.root = root;
    }

    @Override
    public Configuration read(String framework, Map<String, Value<String>> environment) {
        return known.computeIfAbsent(framework, this::open)
                .map(configurations -> configurations.of(environment))
                .orElseGet(Configuration::none);
    }

    private Optional<Configurations> open(String framework) {
        return catalog.framework(framework).map(model -> new Configurations(model, resourceRoots, root));
    }

    /** What could not be read or understood so far. */
    public List<Gap> gaps() {
        return known.values().stream()
                .flatMap(Optional::stream)
                .flatMap(configurations -> configurations.gaps().stream())
                .toList();
    }
}

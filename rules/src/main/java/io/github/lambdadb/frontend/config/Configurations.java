package io.github.lambdadb.frontend.config;

import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.ir.Configuration;
import io.github.lambdadb.knowledge.FrameworkModel;
import io.github.lambdadb.value.Value;
import io.github.lambdadb.value.Value.Known;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The configuration of a module that uses a framework, as each of its functions sees it. Files are read when they are first
 * asked for, and once. Nothing throws: what cannot be read becomes a {@link Gap}.
 */
public final class Configurations {
    private final FrameworkModel framework;
    private final ConfigFiles files;

    /**
     * @param resourceRoots folders whose files end up on the class path, the first one first; never those of tests
     * @param root the folder that reported paths are relative to
     */
    public Configurations(FrameworkModel framework, List<Path> resourceRoots, Path root) {
        this.framework = framework;
        this.files = new ConfigFiles(framework, resourceRoots, root);
    }

    /**
     * What the configuration says to a function.
     *
     * @param variables the environment variables that a template gives it; what stands for something outside of the template
     *     stands in their values as <code>${Name}</code>
     */
    public Configuration of(Map<String, Value<String>> variables) {
        FunctionEnvironment environment = new FunctionEnvironment(framework.variables(), variables);
        StrongEntries strong = new StrongEntries(variables, framework.json());
        Layers undecided = new Layers(framework, files, environment, Optional.empty());
        List<ConfigDocument> documents = framework.profiles().saidInFiles() ? undecided.documents() : List.of();
        World before = new World(framework, List.of(), documents, environment, strong.list());
        Set<String> known = KnownProfiles.of(framework, files);
        Activation activation = new Activations(framework, before, documents, known).find();
        boolean isComplete = strong.unread().isEmpty();
        strong.unread()
                .forEach(place -> files.gap(
                        Gap.Kind.UNRESOLVED_VALUE, place, "A variable that holds configuration is not understood."));
        List<World> worlds = new ArrayList<>();
        for (List<String> profiles : activation.choices()) {
            Layers layers = new Layers(framework, files, environment, Optional.of(profiles));
            World world = new World(framework, profiles, layers.documents(), environment, strong.list());
            isComplete &= layers.isComplete() && !isReadElsewhere(world);
            worlds.add(world);
        }
        return new FunctionConfiguration(
                new KeySpelling(framework.keys()), worlds, activation.isOpen(), isComplete && !activation.isOpen());
    }

    /** Whether a key names further files or servers; said once as a gap. */
    private boolean isReadElsewhere(World world) {
        boolean isElsewhere = false;
        for (String key : framework.elsewhere()) {
            Optional<ConfigEntry> entry = world.entry(key).filter(Configurations::isOn);
            entry.ifPresent(found -> files.gap(
                    Gap.Kind.UNRESOLVED_VALUE,
                    found.at(),
                    "The key '" + key + "' names configuration that is not read."));
            isElsewhere |= entry.isPresent();
        }
        return isElsewhere;
    }

    private static boolean isOn(ConfigEntry entry) {
        List<Known<String>> options = entry.value().candidates();
        return options.isEmpty()
                || options.stream()
                        .anyMatch(option ->
                                !option.value().isEmpty() && !option.value().equals("false"));
    }

    /** What could not be read or understood so far. */
    public List<Gap> gaps() {
        return files.gaps();
    }
}

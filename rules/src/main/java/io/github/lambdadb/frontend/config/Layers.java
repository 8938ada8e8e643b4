package io.github.lambdadb.frontend.config;

import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.knowledge.FrameworkModel;
import io.github.lambdadb.knowledge.FrameworkModel.ConfigurationFiles;
import io.github.lambdadb.value.Value;
import io.github.lambdadb.value.Value.Known;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The documents that count under some profiles, the weakest first. */
final class Layers {
    private static final int DEEPEST = 10;

    private final FrameworkModel framework;
    private final KeySpelling spelling;
    private final ConfigFiles files;
    private final FunctionEnvironment environment;
    private final Optional<List<String>> profiles;
    private final List<ConfigDocument> documents = new ArrayList<>();
    private final Set<String> imported = new HashSet<>();
    private boolean isComplete = true;

    /** @param profiles those that are active; empty while it is not decided yet, so that no condition holds */
    Layers(
            FrameworkModel framework,
            ConfigFiles files,
            FunctionEnvironment environment,
            Optional<List<String>> profiles) {
        this.framework = framework;
        this.spelling = new KeySpelling(framework.keys());
        this.files = files;
        this.environment = environment;
        this.profiles = profiles;
        for (ConfigurationFiles group : framework.files()) {
            add(group, "");
            profiles.orElse(List.of()).forEach(profile -> add(group, "-" + profile));
        }
    }

    List<ConfigDocument> documents() {
        return List.copyOf(documents);
    }

    /** Whether nothing else is read: no file that was not understood, no import from elsewhere. */
    boolean isComplete() {
        return isComplete;
    }

    private void add(ConfigurationFiles group, String suffix) {
        for (String folder : group.folders()) {
            for (String extension : group.extensions()) {
                String start = folder.isEmpty() ? "" : folder + "/";
                addFile(start + group.stem() + suffix + "." + extension, 0);
            }
        }
    }

    private void addFile(String path, int depth) {
        ConfigFile file = files.read(path);
        isComplete &= file.isUnderstood();
        for (ConfigDocument document : file.documents()) {
            if (isActive(document)) {
                documents.add(document);
                addImports(document, depth);
            }
        }
    }

    private boolean isActive(ConfigDocument document) {
        boolean isOnPlatform = framework.profiles().platforms().stream()
                .flatMap(key -> document.texts(spelling, key).stream())
                .allMatch("none"::equalsIgnoreCase);
        List<String> conditions = conditions(document);
        return isOnPlatform
                && (conditions.isEmpty()
                        || profiles.stream()
                                .anyMatch(active -> conditions.stream()
                                        .anyMatch(condition -> ProfileExpression.holds(condition, active))));
    }

    private List<String> conditions(ConfigDocument document) {
        return framework.profiles().documents().stream()
                .flatMap(key -> document.texts(spelling, key).stream())
                .toList();
    }

    private void addImports(ConfigDocument document, int depth) {
        if (framework.imports().isEmpty()) {
            return;
        }
        List<ConfigEntry> imports =
                document.items(spelling, framework.imports()).toList();
        for (ConfigEntry entry : imports) {
            World environmentAlone = new World(framework, List.of(), List.of(), environment, List.of());
            Value<String> value = new Placeholders(environmentAlone, framework.keys()).resolve(entry);
            String text = value instanceof Known<String> known ? known.value() : "${?}";
            ConfigDocument.list(text).forEach(location -> addImport(document, entry, location, depth));
        }
    }

    private void addImport(ConfigDocument document, ConfigEntry entry, String location, int depth) {
        String target = location.startsWith("optional:") ? location.substring("optional:".length()) : location;
        Optional<String> path = path(document, target);
        if (path.isEmpty() || depth >= DEEPEST) {
            isComplete = false;
            int colon = target.indexOf(':');
            String kind = colon > 0 && colon < 40 ? target.substring(0, colon + 1) : "elsewhere";
            files.gap(
                    Gap.Kind.UNRESOLVED_VALUE,
                    entry.at(),
                    "Configuration is imported from '" + kind + "', which is not read.");
        } else if (imported.add(path.get())) {
            addFile(path.get(), depth + 1);
            int dot = path.get().lastIndexOf('.');
            for (String profile : profiles.orElse(List.of())) {
                addFile(
                        path.get().substring(0, dot) + "-" + profile
                                + path.get().substring(dot),
                        depth + 1);
            }
        }
    }

    /** The path below the class path's root of a file that is imported; empty when it lies elsewhere. */
    private static Optional<String> path(ConfigDocument document, String target) {
        boolean isClassPath = target.startsWith("classpath:");
        String path = isClassPath ? target.substring("classpath:".length()) : target;
        boolean isFile = path.matches(".*[^/]\\.(properties|ya?ml)") && !path.contains("${");
        if (!isFile || (!isClassPath && (path.contains(":") || path.startsWith("/")))) {
            return Optional.empty();
        }
        String folder = document.path().substring(0, document.path().lastIndexOf('/') + 1);
        return Optional.of(isClassPath ? path.replaceFirst("^/+", "") : folder + path);
    }
}

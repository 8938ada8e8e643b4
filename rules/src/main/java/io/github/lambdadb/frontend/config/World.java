package io.github.lambdadb.frontend.config;

import io.github.lambdadb.knowledge.FrameworkModel;
import io.github.lambdadb.knowledge.FrameworkModel.Keys;
import io.github.lambdadb.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The configuration under one choice of active profiles. */
final class World {
    private final FrameworkModel framework;
    private final KeySpelling spelling;
    private final List<String> profiles;
    private final FunctionEnvironment environment;
    private final Map<String, ConfigEntry> strong = new LinkedHashMap<>();
    private final Map<String, ConfigEntry> inFiles = new LinkedHashMap<>();
    private final Set<String> quoted = new HashSet<>();

    /**
     * @param profiles those that are active, the weakest first
     * @param documents those that count under these profiles, the weakest first
     */
    World(
            FrameworkModel framework,
            List<String> profiles,
            List<ConfigDocument> documents,
            FunctionEnvironment environment,
            List<ConfigEntry> strong) {
        this.framework = framework;
        this.spelling = new KeySpelling(framework.keys());
        this.profiles = List.copyOf(profiles);
        this.environment = environment;
        strong.forEach(entry -> this.strong.put(spelling.canonical(entry.parts()), entry));
        documents.forEach(this::add);
    }

    /** The keys of a document, then those that are for one profile, which are stronger wherever they stand. */
    private void add(ConfigDocument document) {
        String prefix = framework.profiles().prefix();
        if (prefix.isEmpty()) {
            document.entries().forEach(entry -> put(entry, entry.parts()));
            return;
        }
        document.entries().stream()
                .filter(entry -> !entry.key().startsWith(prefix))
                .forEach(entry -> put(entry, entry.parts()));
        for (String profile : profiles) {
            document.entries().stream()
                    .filter(entry -> isFor(entry, profile, prefix))
                    .forEach(entry ->
                            put(entry, entry.parts().subList(1, entry.parts().size())));
        }
    }

    private static boolean isFor(ConfigEntry entry, String profile, String prefix) {
        return entry.key().startsWith(prefix)
                && ConfigDocument.list(entry.parts().get(0).substring(prefix.length()))
                        .anyMatch(profile::equals);
    }

    private void put(ConfigEntry entry, List<String> parts) {
        quoted.addAll(entry.quoted());
        String key = spelling.canonical(parts);
        inFiles.remove(key); // so that the order is that of what is in force
        inFiles.put(key, new ConfigEntry(parts, entry.value(), entry.at(), entry.expands()));
    }

    FunctionEnvironment environment() {
        return environment;
    }

    /** Keys of files and of what is stronger than variables, by canonical key; the weakest first. */
    Map<String, ConfigEntry> entries() {
        Map<String, ConfigEntry> all = new LinkedHashMap<>(inFiles);
        all.putAll(strong);
        return all;
    }

    /** The value in force, with its placeholders replaced. */
    Optional<Value<String>> get(String key) {
        return entry(key)
                .map(entry -> new Placeholders(this, framework.keys()).resolve(entry))
                .filter(this::isSet);
    }

    /** What sets the key, before placeholders are replaced. */
    Optional<ConfigEntry> entry(String key) {
        String canonical = spelling.canonical(KeySpelling.parts(key));
        return Optional.ofNullable(strong.get(canonical))
                .or(() -> variable(key))
                .or(() -> Optional.ofNullable(inFiles.get(canonical)));
    }

    private Optional<ConfigEntry> variable(String key) {
        Optional<Value<String>> value = Optional.empty();
        String prefix = framework.profiles().prefix();
        for (int i = profiles.size() - 1; i >= 0 && !prefix.isEmpty() && value.isEmpty(); i--) {
            value = environment.ofKey(prefix + profiles.get(i) + "." + key);
        }
        return value.or(() -> environment.ofKey(key))
                .or(() -> ofQuotedName(key))
                .map(found -> ConfigEntry.ofVariable(KeySpelling.parts(key), found));
    }

    /** Where files spell a name of the user's in quotes, MicroProfile's name of a variable keeps an underscore for each (Quarkus 3.33). */
    private Optional<Value<String>> ofQuotedName(String key) {
        List<String> parts = KeySpelling.parts(key);
        return IntStream.range(1, framework.keys() == Keys.EXACT ? parts.size() - 1 : 0)
                .filter(position -> quoted.contains(parts.get(position)))
                .mapToObj(position -> {
                    List<String> spelt = new ArrayList<>(parts);
                    spelt.set(position, '"' + parts.get(position) + '"');
                    return environment.ofKey(String.join(".", spelt));
                })
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** MicroProfile takes an empty text for no value. */
    private boolean isSet(Value<String> value) {
        return framework.keys() != Keys.EXACT
                || !(value instanceof Value.Known<String> known)
                || !known.value().isEmpty();
    }

    /** The words that a key lists, by commas or as a list; empty when it is not set. */
    Optional<Value<String>> list(String key) {
        Optional<Value<String>> whole = get(key);
        List<Value<String>> items = new ArrayList<>();
        Optional<Value<String>> item = whole.isPresent() ? Optional.empty() : get(key + "[0]");
        while (item.isPresent()) {
            items.add(item.get());
            item = get(key + "[" + items.size() + "]");
        }
        return items.stream().reduce(Placeholders::listed).or(() -> whole);
    }
}

package io.github.lambdadb.check;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.document.Node.Entry;
import io.github.lambdadb.document.Node.Mapping;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The settings of the nearest {@code lambda-db.yaml}, of the module's folder or of one above it up to the repository's root. */
public final class ConfigurationFile {
    private static final String NAME = "lambda-db.yaml";
    private static final String LIFECYCLE = "lifecycle";

    /** The key that no goal has as a parameter. */
    public static final String FUNCTIONS = "functions";

    private final List<Entry> entries;

    private ConfigurationFile(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    public static ConfigurationFile none() {
        return new ConfigurationFile(List.of());
    }

    /** Without such a file there are no settings; one that cannot be read throws a {@link ConfigurationException}. */
    public static ConfigurationFile nearest(Path root, Path module) {
        return Upward.folders(root, module).stream()
                .map(folder -> folder.resolve(NAME))
                .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))
                .findFirst()
                .map(file -> {
                    String name = root.relativize(file).toString().replace('\\', '/');
                    return parse(name, UserText.of(name, file));
                })
                .orElseGet(ConfigurationFile::none);
    }

    static ConfigurationFile parse(String name, String text) {
        return UserYaml.document(name, text)
                .map(document -> new ConfigurationFile(entries(document)))
                .orElseGet(ConfigurationFile::none);
    }

    /** Stops at the first key that is none of these. */
    public void refuseOthersThan(Collection<String> known) {
        for (Entry entry : entries) {
            if (!known.contains(entry.key().text())) {
                String value = entry.value().asScalar().map(Node.Scalar::text).orElse("");
                throw new UserSetting(entry.key().text(), value, UserYaml.where(entry.key()))
                        .unknownKey("parameter", known);
            }
        }
    }

    /** Whether the file has that key. */
    public boolean names(String name) {
        return node(name).isPresent();
    }

    /** One value. */
    public Optional<UserSetting> setting(String name) {
        return node(name).map(node -> new UserSetting(name, text(node), UserYaml.where(node)));
    }

    /** The values of a list, or of a text that separates them by commas; none if the file does not name it. */
    public List<UserSetting> settings(String name) {
        return node(name)
                .map(node -> node.asSequence()
                        .map(list -> list.items().stream()
                                .map(item -> new UserSetting(name, text(item), UserYaml.where(item)))
                                .toList())
                        .orElseGet(() -> SettingText.list(text(node)).stream()
                                .map(value -> new UserSetting(name, value, UserYaml.where(node)))
                                .toList()))
                .orElse(List.of());
    }

    /** Severities by rule, and options by rule and key: {@code rule: error}, or {@code rule: {severity: error, limit: 4}}. */
    public List<UserSetting> rules() {
        List<UserSetting> rules = new ArrayList<>();
        for (Entry rule : node("rules").map(ConfigurationFile::entries).orElse(List.of())) {
            String id = rule.key().text();
            if (rule.value().asMapping().isEmpty()) {
                rules.add(new UserSetting(id, text(rule.value()), UserYaml.where(rule.value())));
                continue;
            }
            for (Entry part : entries(rule.value())) {
                String key = part.key().text().equals("severity")
                        ? id
                        : id + "." + part.key().text();
                rules.add(new UserSetting(key, joined(part.value()), UserYaml.where(part.value())));
            }
        }
        return rules;
    }

    /** Lifecycles by the pattern of a function's name: {@code nightly-*: {lifecycle: per-invocation}}. */
    public List<UserSetting> functions() {
        List<UserSetting> functions = new ArrayList<>();
        for (Entry function : node(FUNCTIONS).map(ConfigurationFile::entries).orElse(List.of())) {
            for (Entry part : entries(function.value())) {
                String key = part.key().text();
                UserSetting setting = new UserSetting(key, joined(part.value()), UserYaml.where(part.key()));
                if (!key.equals(LIFECYCLE)) {
                    throw setting.unknownKey(
                            "setting of function '" + function.key().text() + "':", List.of(LIFECYCLE));
                }
                SettingText.word(setting, Policy.LIFECYCLES);
                functions.add(new UserSetting(function.key().text(), setting.value(), UserYaml.where(function.key())));
            }
        }
        return functions;
    }

    private Optional<Node> node(String name) {
        return entries.stream()
                .filter(entry -> entry.key().text().equals(name))
                .map(Entry::value)
                .findFirst();
    }

    private static List<Entry> entries(Node node) {
        List<Entry> entries = node.asMapping()
                .map(Mapping::entries)
                .orElseThrow(() -> UserYaml.wrong(node.location(), "keys with values are expected here"));
        Set<String> seen = new HashSet<>();
        for (Entry entry : entries) {
            if (!seen.add(entry.key().text())) {
                throw UserYaml.wrong(
                        entry.key().location(), "the key '" + entry.key().text() + "' stands twice");
            }
        }
        return entries;
    }

    private static String joined(Node node) {
        return node.asSequence()
                .map(list -> String.join(
                        ",", list.items().stream().map(ConfigurationFile::text).toList()))
                .orElseGet(() -> text(node));
    }

    private static String text(Node node) {
        return node.asScalar()
                .map(Node.Scalar::text)
                .map(String::strip)
                .orElseThrow(() -> UserYaml.wrong(node.location(), "a text is expected here"));
    }
}

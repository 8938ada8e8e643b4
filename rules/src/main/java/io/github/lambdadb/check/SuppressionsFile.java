package io.github.lambdadb.check;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.document.Node.Mapping;
import io.github.lambdadb.source.Location;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads suppressions that are kept outside the code: a YAML list, each entry with the keys {@code rule}, {@code path} (a glob)
 * and {@code reason}. What is wrong in it throws a {@link ConfigurationException} of one line.
 */
public final class SuppressionsFile {
    private static final List<String> KEYS = List.of("rule", "path", "reason");

    private SuppressionsFile() {}

    /** None if the setting is empty; its path is relative to the root. */
    public static List<FileSuppression> read(Path root, UserSetting setting) {
        if (setting.value().isBlank()) {
            return List.of();
        }
        Path file = root.resolve(SettingText.path(setting)).normalize();
        if (!file.toFile().isFile()) {
            throw new ConfigurationException("'" + setting.key() + "' cannot be '" + setting.value() + "' (set "
                    + setting.where() + "): there is no such file in the repository.");
        }
        String name = file.startsWith(root) ? root.relativize(file).toString().replace('\\', '/') : setting.value();
        return parse(name, UserText.of(name, file));
    }

    static List<FileSuppression> parse(String name, String text) {
        return UserYaml.document(name, text).stream()
                .flatMap(document -> document
                        .asSequence()
                        .orElseThrow(() -> UserYaml.wrong(document.location(), "a list of suppressions is expected"))
                        .items()
                        .stream())
                .map(SuppressionsFile::suppression)
                .toList();
    }

    private static FileSuppression suppression(Node node) {
        Mapping entry = node.asMapping()
                .orElseThrow(() -> UserYaml.wrong(node.location(), "a suppression has the keys rule, path and reason"));
        entry.entries().forEach(part -> {
            String key = part.key().text();
            if (!KEYS.contains(key)) {
                throw setting(key, text(part.value()).orElse(""), part.key()).unknownKey("key of a suppression", KEYS);
            }
        });
        String path = required(entry, "path");
        return new FileSuppression(
                required(entry, "rule"),
                path,
                PathFilter.of(List.of(setting("path", path, node)), List.of()),
                required(entry, "reason"),
                Location.ofLine(node.location().file(), node.location().line()));
    }

    private static String required(Mapping entry, String key) {
        return entry.get(key)
                .flatMap(SuppressionsFile::text)
                .orElseThrow(() -> UserYaml.wrong(entry.location(), "the suppression has no " + key));
    }

    private static Optional<String> text(Node node) {
        return node.asScalar()
                .filter(scalar -> !scalar.isNothing())
                .map(scalar -> scalar.text().strip())
                .filter(text -> !text.isEmpty());
    }

    private static UserSetting setting(String key, String value, Node place) {
        return new UserSetting(key, value, UserYaml.where(place));
    }
}

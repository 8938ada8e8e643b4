package io.github.lambdadb.fix;

import io.github.lambdadb.document.DocumentException;
import io.github.lambdadb.document.Node;
import io.github.lambdadb.document.PropertiesDocument;
import io.github.lambdadb.document.YamlDocument;
import io.github.lambdadb.issue.TextEdit;
import io.github.lambdadb.knowledge.Catalog;
import io.github.lambdadb.knowledge.ManagedSource;
import io.github.lambdadb.knowledge.SourceModel;
import io.github.lambdadb.source.Location;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** New lines beside the first key of a data source that a framework makes of its configuration. */
record ConfigurationLines(Texts texts, Catalog catalog) {
    /** The product's own key, set for the data source whose first key stands there. */
    Optional<TextEdit> added(Location first, SourceModel product, String key, String value) {
        return texts.of(first.file()).flatMap(file -> {
            if (first.file().endsWith(".properties")) {
                return inProperties(file, first, product, key, value);
            }
            return first.file().endsWith(".yml") || first.file().endsWith(".yaml")
                    ? inYaml(file, first, product, key, value)
                    : Optional.empty();
        });
    }

    private Optional<TextEdit> inProperties(
            SourceText file, Location first, SourceModel product, String key, String value) {
        return PropertiesDocument.parse(file.file(), file.text()).entries().stream()
                .map(Node.Entry::key)
                .filter(each -> each.location().line() == first.line())
                .findFirst()
                .flatMap(each -> fullKey(each.text(), product, key)
                        .map(full -> file.newLineAfter(each.location().endLine(), full + "=" + value)));
    }

    private Optional<TextEdit> inYaml(SourceText file, Location first, SourceModel product, String key, String value) {
        return YamlPath.to(documents(file), first)
                .flatMap(path -> fullKey(path.key(), product, key)
                        .flatMap(full -> new YamlLines(file, path).added(full, value)));
    }

    private static List<Node> documents(SourceText file) {
        try {
            return YamlDocument.parse(file.file(), file.text());
        } catch (DocumentException malformed) {
            // it was read before, so it has changed since: there is nothing to propose
            return List.of();
        }
    }

    /** The whole key, given the whole key of another setting of the same data source. */
    private Optional<String> fullKey(String other, SourceModel product, String key) {
        String profile = other.startsWith("%") ? other.substring(0, other.indexOf('.') + 1) : "";
        String bare = other.substring(profile.length());
        return catalog.containers().stream()
                .flatMap(container -> container.sources().stream())
                .filter(source -> bare.startsWith(source.prefix() + "."))
                .flatMap(source -> source.pools().stream()
                        .filter(pool -> pool.product().equals(product.id()))
                        .map(pool -> profile + base(source, bare) + "." + spelt(pool, key)))
                .findFirst();
    }

    /** The prefix of this one data source. */
    private static String base(ManagedSource source, String key) {
        String rest = key.substring(source.prefix().length() + 1);
        boolean isNamed = switch (source.names()) {
            case NONE -> false;
            case ALWAYS -> true;
            case FURTHER -> source.needs().stream().noneMatch(rest::equals);
        };
        int end = rest.startsWith("\"") ? rest.indexOf('"', 1) + 1 : rest.indexOf('.');
        return isNamed && end > 0 ? source.prefix() + "." + rest.substring(0, end) : source.prefix();
    }

    private static String spelt(ManagedSource.Pool pool, String key) {
        return pool.keys().getOrDefault(key, (pool.below().isEmpty() ? "" : pool.below() + ".") + kebab(key));
    }

    /** {@code maximumPoolSize} as {@code maximum-pool-size}. */
    private static String kebab(String key) {
        return key.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}

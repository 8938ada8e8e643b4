package io.github.lambdadb.frontend.config;

import io.github.lambdadb.document.DocumentException;
import io.github.lambdadb.knowledge.FrameworkModel.Keys;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import io.github.lambdadb.value.Value.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What beats every environment variable, though a variable holds it: system properties among the options of the JVM, and above
 * them keys and values in JSON.
 */
final class StrongEntries {
    private static final List<String> JVM_OPTIONS = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");
    private static final Pattern PROPERTY =
            Pattern.compile("(?:^|[\\s\"'])-D([^\\s=\"']++)=(?:\"([^\"]*+)\"|'([^']*+)'|([^\\s\"']*+))");

    private final List<ConfigEntry> entries = new ArrayList<>();
    private final List<Location> unread = new ArrayList<>();

    StrongEntries(Map<String, Value<String>> variables, String json) {
        for (String name : JVM_OPTIONS) {
            known(variables, name).ifPresent(this::addProperties);
        }
        if (!json.isEmpty()) {
            known(variables, json).ifPresent(this::addJson);
        }
    }

    /** The entries, the weakest first. */
    List<ConfigEntry> list() {
        return List.copyOf(entries);
    }

    /** Where variables are set that may hold entries and were not understood. */
    List<Location> unread() {
        return List.copyOf(unread);
    }

    private Optional<Known<String>> known(Map<String, Value<String>> variables, String name) {
        Optional<Value<String>> value = Optional.ofNullable(variables.get(name));
        value.filter(found -> !(found instanceof Known<String>)).ifPresent(found -> unread.add(place(found)));
        return value.flatMap(found -> found instanceof Known<String> known ? Optional.of(known) : Optional.empty());
    }

    private void addProperties(Known<String> options) {
        Matcher property = PROPERTY.matcher(options.value());
        while (property.find()) {
            String text = Optional.ofNullable(property.group(2))
                    .or(() -> Optional.ofNullable(property.group(3)))
                    .orElseGet(() -> property.group(4));
            add(KeySpelling.parts(property.group(1)), text, options);
        }
    }

    private void addJson(Known<String> json) {
        try {
            for (ConfigDocument document : YamlConfig.read("", "", json.value(), Keys.RELAXED)) {
                for (ConfigEntry entry : document.entries()) {
                    entry.value().candidates().forEach(value -> add(entry.parts(), value.value(), json));
                }
            }
        } catch (DocumentException notJson) {
            unread.add(place(json));
        }
    }

    private void add(List<String> parts, String text, Known<String> variable) {
        entries.add(new ConfigEntry(parts, new Known<>(text, variable.evidence()), place(variable), false));
    }

    private static Location place(Value<String> value) {
        return ConfigEntry.ofVariable(List.of(), value).at();
    }
}

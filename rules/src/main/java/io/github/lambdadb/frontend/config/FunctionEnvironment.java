package io.github.lambdadb.frontend.config;

import io.github.lambdadb.knowledge.FrameworkModel.Variables;
import io.github.lambdadb.value.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The environment variables of a function, found by their own names and by the keys that they set. */
final class FunctionEnvironment {
    private final Variables rule;
    private final Map<String, Value<String>> exact;
    private final Map<String, Value<String>> normalized = new TreeMap<>();

    FunctionEnvironment(Variables rule, Map<String, Value<String>> variables) {
        this.rule = rule;
        this.exact = new TreeMap<>(variables);
        exact.forEach((name, value) -> normalized.put(underscores(name), value));
    }

    /** The variable of exactly that name. */
    Optional<Value<String>> variable(String name) {
        return Optional.ofNullable(exact.get(name));
    }

    /** The variable that sets the key. */
    Optional<Value<String>> ofKey(String key) {
        return forms(key).stream().filter(normalized::containsKey).findFirst().map(normalized::get);
    }

    /** The variables that set keys below the prefix, by the rest of their names in lower case ({@code maximum_pool_size}). */
    Map<String, Value<String>> below(String prefix) {
        Map<String, Value<String>> below = new LinkedHashMap<>();
        for (String form : forms(prefix)) {
            normalized.forEach((name, value) -> {
                if (name.startsWith(form + "_") && name.length() > form.length() + 1) {
                    below.put(name.substring(form.length() + 1).toLowerCase(Locale.ROOT), value);
                }
            });
        }
        return below;
    }

    /** Whether a variable of that name is what sets the key. */
    boolean isOfKey(String prefix, String rest, String key) {
        String name = rest.toUpperCase(Locale.ROOT);
        Set<String> forms = forms(key);
        return forms(prefix).stream().anyMatch(form -> forms.contains(form + "_" + name));
    }

    private Set<String> forms(String key) {
        String plain = key.replace("\"", "");
        String indexed = plain.replace(".[", "[").replace("]", "");
        return rule == Variables.DASHES_MAY_VANISH
                ? new LinkedHashSet<>(List.of(underscores(indexed.replace("-", "")), underscores(indexed)))
                : new LinkedHashSet<>(List.of(underscores(key), underscores(plain)));
    }

    private static String underscores(String name) {
        StringBuilder form = new StringBuilder();
        for (char c : name.toUpperCase(Locale.ROOT).toCharArray()) {
            form.append(c < 128 && Character.isLetterOrDigit(c) ? c : '_');
        }
        return form.toString();
    }
}

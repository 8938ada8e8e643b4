package io.github.lambdadb.frontend.template;

import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.value.Value;
import io.github.lambdadb.value.Value.Known;
import java.util.List;
import java.util.Locale;

/** Hides what is written into a template under the name of a secret; a reference to a secret is none. */
public final class SecretNames {
    private static final List<String> WORDS = List.of(
            "password",
            "passwd",
            "passphrase",
            "pwd",
            "secret",
            "token",
            "credential",
            "apikey",
            "accesskey",
            "privatekey");
    private static final List<String> POINTERS =
            List.of("arn", "name", "id", "path", "url", "uri", "region", "enabled");

    private SecretNames() {}

    /** The value as it may be shown under that name: a text without a reference becomes {@code ***}. */
    public static Value<String> hidden(String name, Value<String> value) {
        if (!isSecret(name)) {
            return value;
        }
        List<Known<String>> shown = value.candidates().stream()
                .map(known -> new Known<>(hidden(known.value()), known.evidence()))
                .toList();
        if (shown.isEmpty()) {
            return value;
        }
        return value instanceof Known<String> ? shown.get(0) : new Value.Choice<>(shown, value.isComplete());
    }

    private static String hidden(String text) {
        boolean isReference = text.startsWith("${") && text.indexOf('}') == text.length() - 1;
        return text.isEmpty() || isReference ? text : Setting.HIDDEN;
    }

    private static boolean isSecret(String name) {
        String bare = name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
        return WORDS.stream().anyMatch(bare::contains) && POINTERS.stream().noneMatch(bare::endsWith);
    }
}

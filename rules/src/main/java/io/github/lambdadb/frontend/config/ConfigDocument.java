package io.github.lambdadb.frontend.config;

import io.github.lambdadb.value.Value.Known;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A document of a configuration file: what it sets, in the order of its lines. */
record ConfigDocument(String path, List<ConfigEntry> entries) {
    ConfigDocument {
        entries = List.copyOf(entries);
    }

    /** The entries of a key and of the items of its list. */
    Stream<ConfigEntry> items(KeySpelling spelling, String key) {
        String wanted = spelling.canonical(KeySpelling.parts(key));
        return entries.stream().filter(entry -> {
            String canonical = spelling.canonical(entry.parts());
            return canonical.equals(wanted)
                    || (KeySpelling.isBelow(canonical, wanted) && canonical.startsWith("[", wanted.length() + 1));
        });
    }

    /** The texts that a key lists, by commas or as a list. */
    List<String> texts(KeySpelling spelling, String key) {
        return items(spelling, key)
                .flatMap(entry -> entry.value().candidates().stream())
                .map(Known::value)
                .flatMap(ConfigDocument::list)
                .toList();
    }

    /** The words that commas separate. */
    static Stream<String> list(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).filter(word -> !word.isEmpty());
    }
}

package io.github.lambdadb.frontend.config;

import io.github.lambdadb.ir.Configuration;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import io.github.lambdadb.value.Value.Choice;
import io.github.lambdadb.value.Value.Known;
import io.github.lambdadb.value.Value.Unknown;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What all choices of profiles that are possible say together. */
final class FunctionConfiguration implements Configuration {
    private final KeySpelling spelling;
    private final List<World> worlds;
    private final boolean isOpen;
    private final boolean isComplete;

    /** @param isOpen whether none of the worlds may be the real one */
    FunctionConfiguration(KeySpelling spelling, List<World> worlds, boolean isOpen, boolean isComplete) {
        this.spelling = spelling;
        this.worlds = List.copyOf(worlds);
        this.isOpen = isOpen;
        this.isComplete = isComplete;
    }

    @Override
    public Optional<Value<String>> get(String key) {
        List<Value<String>> found =
                worlds.stream().flatMap(world -> world.get(key).stream()).toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        boolean isEverywhere = found.size() == worlds.size();
        return isEverywhere && found.stream().distinct().count() == 1
                ? Optional.of(found.get(0))
                : Optional.of(union(found, isEverywhere));
    }

    private Value<String> union(List<Value<String>> found, boolean isEverywhere) {
        Set<Known<String>> options = new LinkedHashSet<>();
        found.forEach(value -> options.addAll(value.candidates()));
        boolean all = isEverywhere && !isOpen && found.stream().allMatch(Value::isComplete);
        return options.isEmpty()
                ? new Unknown<>("it depends on a profile that is not known")
                : new Choice<>(List.copyOf(options), all);
    }

    @Override
    public List<Entry> below(String prefix) {
        String start = spelling.canonical(KeySpelling.parts(prefix));
        int depth = KeySpelling.parts(prefix).size();
        Map<String, Entry> below = new TreeMap<>();
        for (World world : worlds) {
            world.entries().forEach((key, entry) -> {
                if (KeySpelling.isBelow(key, start)) {
                    List<String> rest =
                            entry.parts().subList(depth, entry.parts().size());
                    add(below, prefix, rest);
                }
            });
        }
        worlds.get(0).environment().below(prefix).forEach((rest, value) -> {
            if (below.values().stream().noneMatch(entry -> isSetBy(prefix, rest, entry))) {
                String key = rest.replace('_', '-');
                below.putIfAbsent(key, new Entry(key, rest.replace('_', '.'), value));
            }
        });
        return List.copyOf(below.values());
    }

    private boolean isSetBy(String prefix, String rest, Entry entry) {
        return worlds.get(0).environment().isOfKey(prefix, rest, KeySpelling.child(prefix, entry.written()));
    }

    private void add(Map<String, Entry> below, String prefix, List<String> rest) {
        String key = KeySpelling.text(rest.stream().map(spelling::shown).toList());
        String written = KeySpelling.text(rest);
        get(KeySpelling.child(prefix, written))
                .ifPresent(value -> below.putIfAbsent(key, new Entry(key, written, value)));
    }

    @Override
    public Optional<Location> firstKey(String prefix) {
        String start = spelling.canonical(KeySpelling.parts(prefix));
        for (World world : worlds) {
            List<Location> places = new ArrayList<>();
            world.entries().forEach((key, entry) -> {
                if (KeySpelling.isAtOrBelow(key, start)
                        && (places.isEmpty()
                                || places.get(0).file().equals(entry.at().file()))) {
                    places.add(entry.at());
                }
            });
            if (!places.isEmpty()) {
                return places.stream().min(Location::compareTo);
            }
        }
        return worlds.get(0).environment().below(prefix).values().stream()
                .flatMap(value -> value.candidates().stream())
                .flatMap(known -> known.evidence().lastLocation().stream())
                .min(Location::compareTo);
    }

    @Override
    public List<String> names(String prefix) {
        String start = spelling.canonical(KeySpelling.parts(prefix));
        int depth = KeySpelling.parts(prefix).size();
        Map<String, String> names = new TreeMap<>();
        for (World world : worlds) {
            world.entries().forEach((key, entry) -> {
                if (KeySpelling.isBelow(key, start) && entry.parts().size() > depth + 1) {
                    String name = entry.parts().get(depth);
                    names.putIfAbsent(spelling.canonical(List.of(name)), name);
                }
            });
        }
        worlds.get(0).environment().below(prefix).keySet().stream()
                .map(rest -> rest.split("_", 2))
                .filter(words -> words.length == 2)
                .map(words -> words[0])
                .filter(word -> names.values().stream().noneMatch(name -> beginsWith(name, word)))
                .forEach(word -> names.putIfAbsent(word, word));
        return List.copyOf(new TreeSet<>(names.values()));
    }

    /** A variable does not tell where the name in it ends; one that a file has as well does. */
    private static boolean beginsWith(String name, String word) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_").startsWith(word);
    }

    @Override
    public boolean isComplete() {
        return isComplete;
    }
}

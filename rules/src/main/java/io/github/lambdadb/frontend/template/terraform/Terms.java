package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.frontend.template.Values;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The sorts of terms that need no module to be understood. */
final class Terms {
    private static final int LARGEST = 3000;
    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_SOURCES = 40;
    private static final Term NOTHING = new Nothing();

    private Terms() {}

    static Term nothing() {
        return NOTHING;
    }

    static Term unknown(String reason) {
        return new Text(new Value.Unknown<>(reason), Set.of());
    }

    static Term unknown(String reason, Set<String> sources) {
        return new Text(new Value.Unknown<>(reason), sources);
    }

    static Term known(String text, Location at, String what) {
        return new Text(new Value.Known<>(text, Evidence.of(at, what)), Set.of());
    }

    static Term text(Value<String> value, Set<String> sources) {
        boolean isTooLong =
                value.candidates().stream().anyMatch(known -> known.value().length() > LONGEST_TEXT);
        return isTooLong ? unknown("the text is too long") : new Text(value, sources);
    }

    /** What only a deployment knows, under the template's own name for it. */
    static Term hole(String address, Evidence evidence, Set<String> sources) {
        return address.length() > LONGEST_TEXT
                ? unknown("the address is too long")
                : new Hole(address, evidence, sources);
    }

    static Term tuple(List<Term> items, boolean isWhole) {
        return size(items.stream()) > LARGEST
                ? unknown("the list is too large")
                : new Tuple(items, isWhole, sources(items.stream()), (int) size(items.stream()));
    }

    static Term mapping(Map<String, Term> entries, boolean isWhole) {
        Stream<Term> all = entries.values().stream();
        long size = size(entries.values().stream());
        return size > LARGEST
                ? unknown("the mapping is too large")
                : new Mapping(new LinkedHashMap<>(entries), isWhole, sources(all), (int) size);
    }

    /** The addresses that any of them was made from. */
    static Set<String> sources(Stream<Term> terms) {
        Set<String> all = new TreeSet<>();
        terms.forEach(term -> {
            if (all.size() < MOST_SOURCES) {
                all.addAll(term.sources());
            }
        });
        return all;
    }

    /** The number of an item, when the name spells one. */
    static Optional<Integer> number(String name) {
        boolean isNumber = !name.isEmpty() && name.length() < 6 && name.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Optional.of(Integer.valueOf(name)) : Optional.empty();
    }

    private static Set<String> with(Set<String> sources, String address) {
        Set<String> all = new TreeSet<>(sources);
        all.add(address);
        return all;
    }

    private static long size(Stream<Term> terms) {
        return 1 + terms.mapToLong(Term::size).sum();
    }

    /** Nothing at all. */
    private record Nothing() implements Term {
        @Override
        public Value<String> text() {
            return new Value.Unknown<>("nothing is set");
        }

        @Override
        public Set<String> sources() {
            return Set.of();
        }

        @Override
        public Term member(String name) {
            return this;
        }

        @Override
        public boolean isNothing() {
            return true;
        }
    }

    /** A text, a number or a truth value, or something of which nothing is known. */
    private record Text(Value<String> text, Set<String> sources) implements Term {
        @Override
        public Term member(String name) {
            String reason = text instanceof Value.Unknown<String> unknown ? unknown.reason() : "a text has no parts";
            return new Text(new Value.Unknown<>(reason), sources);
        }

        @Override
        public boolean isWhole() {
            return false;
        }

        @Override
        public Term seenFrom(Evidence use) {
            return new Text(Values.seenFrom(use, text), sources);
        }

        @Override
        public Term madeFrom(String address) {
            return new Text(text, with(sources, address));
        }
    }

    /** What only a deployment knows. */
    private record Hole(String address, Evidence evidence, Set<String> sources) implements Term {
        @Override
        public Value<String> text() {
            return new Value.Known<>("${" + address + "}", evidence);
        }

        @Override
        public Term member(String name) {
            String step = number(name).isPresent() ? "[" + name + "]" : "." + name;
            return hole(address + step, evidence, sources);
        }

        @Override
        public boolean isWhole() {
            return false;
        }

        @Override
        public Term seenFrom(Evidence use) {
            return new Hole(address, use.then(evidence), sources);
        }

        @Override
        public Term madeFrom(String source) {
            return new Hole(address, evidence, with(sources, source));
        }
    }

    /** A list. */
    private record Tuple(List<Term> list, boolean isWhole, Set<String> sources, int size) implements Term {
        Tuple {
            list = List.copyOf(list);
        }

        @Override
        public Value<String> text() {
            return new Value.Unknown<>("a list is no text");
        }

        @Override
        public Term member(String name) {
            Optional<Integer> number = number(name);
            if (number.isPresent() && number.get() < list.size()) {
                return list.get(number.get());
            }
            return isWhole ? nothing() : unknown("the list is not known as a whole");
        }

        @Override
        public Term madeFrom(String address) {
            return new Tuple(list, isWhole, with(sources, address), size);
        }

        @Override
        public Optional<List<Term>> items() {
            return Optional.of(list);
        }
    }

    /** A mapping. */
    private record Mapping(Map<String, Term> map, boolean isWhole, Set<String> sources, int size) implements Term {
        @Override
        public Value<String> text() {
            return new Value.Unknown<>("a mapping is no text");
        }

        @Override
        public Term member(String name) {
            Term found = map.get(name);
            if (found != null) {
                return found;
            }
            return isWhole ? nothing() : unknown("the mapping is not known as a whole");
        }

        @Override
        public Term madeFrom(String address) {
            return new Mapping(map, isWhole, with(sources, address), size);
        }

        @Override
        public Optional<List<Term>> items() {
            return Optional.of(List.copyOf(map.values()));
        }

        @Override
        public Optional<Map<String, Term>> entries() {
            return Optional.of(map);
        }
    }
}

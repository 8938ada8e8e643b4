package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.frontend.template.Values;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Terms of which it is not known whether they hold. */
final class Doubt {
    private Doubt() {}

    /** One of both. */
    static Term either(Term first, Term second) {
        Optional<Map<String, Term>> left = first.entries();
        Optional<Map<String, Term>> right = second.entries();
        if (left.isPresent() && right.isPresent()) {
            return either(left.get(), right.get(), first.isWhole() && second.isWhole());
        }
        if (first.isNothing() || second.isNothing()) {
            return perhaps(first.isNothing() ? second : first);
        }
        if (first.items().isPresent() || second.items().isPresent()) {
            return first.equals(second) ? first : Terms.unknown("it is one of two collections");
        }
        return Terms.text(Values.either(first.text(), second.text()), Terms.sources(Stream.of(first, second)));
    }

    private static Term either(Map<String, Term> first, Map<String, Term> second, boolean isWhole) {
        Map<String, Term> all = new LinkedHashMap<>();
        first.forEach((name, term) -> {
            Term other = second.get(name);
            all.put(name, other == null ? perhaps(term) : either(term, other));
        });
        second.forEach((name, term) -> all.putIfAbsent(name, perhaps(term)));
        return Terms.mapping(all, isWhole);
    }

    /** It, or something else. */
    static Term perhaps(Term term) {
        Optional<Map<String, Term>> entries = term.entries();
        if (term.isNothing()) {
            return term;
        }
        if (entries.isPresent()) {
            Map<String, Term> all = new LinkedHashMap<>();
            entries.get().forEach((name, inner) -> all.put(name, perhaps(inner)));
            return Terms.mapping(all, false);
        }
        if (term.items().isPresent()) {
            return Terms.tuple(term.items().get().stream().map(Doubt::perhaps).toList(), false);
        }
        return Terms.text(Values.perhaps(term.text()), term.sources());
    }
}

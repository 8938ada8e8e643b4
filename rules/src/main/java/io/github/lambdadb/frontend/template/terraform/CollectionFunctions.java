package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Functions of lists and mappings. */
final class CollectionFunctions {
    private CollectionFunctions() {}

    static Optional<Term> call(String name, List<Term> arguments, Location at) {
        Term first = arguments.get(0);
        return switch (name) {
            case "merge" -> Optional.of(merge(arguments));
            case "concat", "flatten", "compact", "setunion" -> list(name, arguments);
            case "lookup" -> lookup(arguments);
            case "element" -> element(arguments);
            case "try", "coalesce", "coalescelist" -> Optional.of(first(arguments, name.equals("coalesce")));
            case "one" -> one(first);
            case "keys" -> first.isWhole() ? first.entries().map(map -> keys(map, at)) : Optional.empty();
            case "values" -> first.entries().map(map -> Terms.tuple(List.copyOf(map.values()), first.isWhole()));
            case "contains" -> contains(arguments, at);
            case "can" -> Texts.exact(first).map(text -> Terms.known("true", at, "it is computed here"));
            default -> Optional.empty();
        };
    }

    /** Later mappings win; after one that is not known, what came before may have been replaced. */
    private static Term merge(List<Term> arguments) {
        Map<String, Term> all = new LinkedHashMap<>();
        boolean isWhole = true;
        for (Term argument : arguments) {
            if (!argument.isNothing() && !(argument.entries().isPresent() && argument.isWhole())) {
                all.replaceAll((name, term) -> Doubt.perhaps(term));
                isWhole = false;
            }
            argument.entries().ifPresent(all::putAll);
        }
        return Terms.mapping(all, isWhole);
    }

    private static Optional<Term> list(String name, List<Term> arguments) {
        boolean isWhole = arguments.stream().allMatch(term -> term.items().isPresent() && term.isWhole());
        if (!isWhole) {
            return Optional.empty();
        }
        List<Term> all = new ArrayList<>();
        for (Term argument : arguments) {
            all.addAll(argument.items().orElse(List.of()));
        }
        List<Term> wanted = switch (name) {
            case "compact" -> all.stream().filter(term -> !isEmpty(term)).toList();
            case "flatten" ->
                all.stream()
                        .flatMap(term ->
                                term.items().isPresent() && term.entries().isEmpty()
                                        ? term.items().get().stream()
                                        : Stream.of(term))
                        .toList();
            default -> all;
        };
        return Optional.of(Terms.tuple(wanted, true));
    }

    private static boolean isEmpty(Term term) {
        return term.isNothing() || Texts.exact(term).equals(Optional.of(""));
    }

    private static Optional<Term> lookup(List<Term> arguments) {
        Optional<String> key = arguments.size() < 2 ? Optional.empty() : Texts.exact(arguments.get(1));
        if (key.isEmpty() || arguments.get(0).entries().isEmpty()) {
            return Optional.empty();
        }
        Term found = arguments.get(0).member(key.get());
        return Optional.of(found.isNothing() && arguments.size() > 2 ? arguments.get(2) : found);
    }

    private static Optional<Term> element(List<Term> arguments) {
        OptionalDouble number = arguments.size() < 2 ? OptionalDouble.empty() : Operators.number(arguments.get(1));
        Optional<List<Term>> items = arguments.get(0).items().filter(list -> !list.isEmpty());
        if (number.isEmpty() || items.isEmpty() || !arguments.get(0).isWhole()) {
            return Optional.empty();
        }
        int index = Math.floorMod((int) number.getAsDouble(), items.get().size());
        return Optional.of(items.get().get(index));
    }

    /** The first that is there; what is not understood may be there or not. */
    private static Term first(List<Term> arguments, boolean skipsEmpty) {
        for (int i = 0; i < arguments.size(); i++) {
            Term term = arguments.get(i);
            boolean isAbsent = term.isNothing() || (skipsEmpty && isEmpty(term));
            boolean isThere =
                    term.items().isPresent() || !term.text().candidates().isEmpty();
            if (isThere && !isAbsent) {
                return term;
            }
            if (!isAbsent) {
                Term rest = first(arguments.subList(i + 1, arguments.size()), skipsEmpty);
                return Doubt.perhaps(rest);
            }
        }
        return Terms.nothing();
    }

    private static Optional<Term> one(Term list) {
        if (list.items().isEmpty() || !list.isWhole() || list.items().get().size() > 1) {
            return Optional.empty();
        }
        return Optional.of(
                list.items().get().isEmpty()
                        ? Terms.nothing()
                        : list.items().get().get(0));
    }

    private static Term keys(Map<String, Term> map, Location at) {
        return Terms.tuple(
                map.keySet().stream()
                        .sorted()
                        .map(key -> Terms.known(key, at, "the key of an entry"))
                        .toList(),
                true);
    }

    private static Optional<Term> contains(List<Term> arguments, Location at) {
        Optional<List<Term>> items = arguments.get(0).items();
        Optional<String> sought = arguments.size() < 2 ? Optional.empty() : Texts.exact(arguments.get(1));
        boolean isKnown = items.isPresent()
                && arguments.get(0).isWhole()
                && items.get().stream().allMatch(item -> Texts.exact(item).isPresent());
        if (!isKnown || sought.isEmpty()) {
            return Optional.empty();
        }
        boolean isIn = items.get().stream().anyMatch(item -> Texts.exact(item).equals(sought));
        return Optional.of(Terms.known(String.valueOf(isIn), at, "it is computed here"));
    }
}

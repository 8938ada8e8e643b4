package io.github.lambdadb.frontend.template.terraform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code for} expressions over what is known. */
final class Loops {
    private Loops() {}

    static Term of(Evaluator evaluator, Expression.For loop) {
        Term over = evaluator.evaluate(loop.over());
        boolean isMapping = loop.result().size() == 2;
        if (over.items().isEmpty() || loop.groups()) {
            return Terms.unknown("what the loop runs over is not known");
        }
        Map<String, Term> entries = new LinkedHashMap<>();
        List<Term> items = new ArrayList<>();
        boolean isWhole = over.isWhole();
        for (Map.Entry<String, Term> pair : pairs(over).entrySet()) {
            Evaluator inner = evaluator.with(loop.item(), pair.getValue());
            if (!loop.key().isEmpty()) {
                inner = inner.with(loop.key(), key(over, pair, loop));
            }
            Optional<Boolean> isTaken = isTaken(inner, loop);
            isWhole &= isTaken.isPresent();
            if (!isTaken.orElse(false)) {
                continue;
            }
            if (isMapping) {
                Optional<String> key = Texts.exact(inner.evaluate(loop.result().get(0)));
                Term value = inner.evaluate(loop.result().get(1));
                key.ifPresent(name -> entries.put(name, value));
                isWhole &= key.isPresent();
            } else {
                items.add(inner.evaluate(loop.result().get(0)));
            }
        }
        return isMapping ? Terms.mapping(entries, isWhole) : Terms.tuple(items, isWhole);
    }

    private static Map<String, Term> pairs(Term over) {
        Map<String, Term> pairs = new LinkedHashMap<>();
        over.entries()
                .ifPresentOrElse(
                        pairs::putAll,
                        () -> over.items().ifPresent(items -> {
                            for (int i = 0; i < items.size(); i++) {
                                pairs.put(String.valueOf(i), items.get(i));
                            }
                        }));
        return pairs;
    }

    private static Term key(Term over, Map.Entry<String, Term> pair, Expression.For loop) {
        return Terms.known(
                pair.getKey(), loop.at(), over.entries().isPresent() ? "the key of an entry" : "the number of an item");
    }

    private static Optional<Boolean> isTaken(Evaluator inner, Expression.For loop) {
        if (loop.tests().isEmpty()) {
            return Optional.of(true);
        }
        return Texts.exact(inner.evaluate(loop.tests().get(0))).map("true"::equals);
    }
}

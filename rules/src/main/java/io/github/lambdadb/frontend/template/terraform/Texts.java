package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.frontend.template.Values;
import io.github.lambdadb.frontend.template.terraform.Expression.Part;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Value;
import io.github.lambdadb.value.Value.Known;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Texts put together, and the question whether a text is known to the last character. */
final class Texts {
    private static final int LONGEST_SOURCE = 80;

    private Texts() {}

    /** The text, if it is known and has no hole. */
    static Optional<String> exact(Term term) {
        return term.text() instanceof Known<String> known && !known.value().contains("${")
                ? Optional.of(known.value())
                : Optional.empty();
    }

    /** The text of a template; its own place comes last, because it gives the text its shape. */
    static Term of(Evaluator evaluator, Expression.Template template) {
        Value<String> all = new Known<>("", Evidence.none());
        Set<String> sources = new TreeSet<>();
        for (Part part : template.parts()) {
            Term term = part.source().isEmpty() && part.value() instanceof Expression.Literal literal
                    ? Terms.text(new Known<>(literal.text(), Evidence.none()), Set.of())
                    : orHole(evaluator.evaluate(part.value()), part);
            sources.addAll(term.sources());
            all = Terms.text(Values.combined(all, term.text(), String::concat), Set.of())
                    .text();
        }
        Evidence shape = Evidence.of(template.at(), "the text is put together here");
        Value<String> whole = Values.endingAt(shape, all);
        return Terms.text(whole, sources);
    }

    /** A part that is not understood is a hole in a text that is. */
    private static Term orHole(Term term, Part part) {
        if (!term.text().candidates().isEmpty()) {
            return term;
        }
        String source = part.source();
        boolean isTelling =
                source.length() <= LONGEST_SOURCE && source.chars().noneMatch(c -> "\"'{}$\n".indexOf(c) >= 0);
        Term hole = Terms.hole(isTelling ? source : "unknown", Evidence.none(), term.sources());
        return hole;
    }
}

package io.github.lambdadb.analysis;

import io.github.lambdadb.ir.TypeName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Least upper bounds of terms. */
final class Join {
    /** More alternatives than this are no knowledge any more. */
    private static final int MOST = 24;

    private Join() {}

    static Term of(Collection<? extends Term> terms) {
        List<Term> options = new ArrayList<>();
        for (Term term : terms) {
            for (Term option : term.options()) {
                if (options.stream().noneMatch(option::says)) {
                    options.add(option);
                }
            }
        }
        if (options.size() == 1) {
            return options.get(0);
        }
        if (options.isEmpty()) {
            return Term.unknown("no path yields a value");
        }
        return options.size() > MOST ? tooMany(options) : new Term.Choice(options);
    }

    static Term of(Term left, Term right) {
        return left == right ? left : of(List.of(left, right));
    }

    /** Applies a function to each alternative. */
    static Term map(Term term, Function<Term, Term> function) {
        if (!(term instanceof Term.Choice choice)) {
            return function.apply(term);
        }
        return of(choice.options().stream().map(function).toList());
    }

    /** Objects are kept, for they carry ownership; plain values are not. */
    private static Term tooMany(List<Term> options) {
        List<Term> kept = new ArrayList<>(options.stream()
                .filter(option -> option instanceof Term.Reference || option instanceof Term.Null)
                .limit(4L * MOST)
                .toList());
        kept.add(new Term.Opaque(TypeName.unresolved("?"), "more than " + MOST + " alternatives"));
        return kept.size() == 1 ? kept.get(0) : new Term.Choice(kept);
    }
}

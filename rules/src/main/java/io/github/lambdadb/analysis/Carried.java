package io.github.lambdadb.analysis;

import java.util.Collection;
import java.util.List;

/** What values are made of that matters wherever they go: credentials, and what the event brings. */
final class Carried {
    private Carried() {}

    /** What these terms are made of, or carry. */
    static List<Term.Part> by(Collection<Term> terms) {
        return terms.stream()
                .flatMap(term -> term.options().stream())
                .filter(term -> term instanceof Term.Text || term instanceof Term.Opaque)
                .flatMap(term -> Texts.parts(term).stream())
                .filter(part -> part.kind() == PartKind.CREDENTIAL || part.kind() == PartKind.EVENT)
                .distinct()
                .toList();
    }

    /** What was made of an object that carries something carries it as well. */
    static Term on(Term answer, Term receiver) {
        List<Term.Part> carried = receiver instanceof Term.Opaque opaque ? opaque.carried() : List.of();
        return carried.isEmpty()
                ? answer
                : Join.map(
                        answer,
                        option -> option instanceof Term.Opaque opaque
                                        && opaque.carried().isEmpty()
                                ? new Term.Opaque(opaque.type(), opaque.reason(), carried)
                                : option);
    }
}

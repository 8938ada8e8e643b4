package io.github.lambdadb.analysis;

import io.github.lambdadb.source.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Strings of known and unknown parts. */
final class Texts {
    private static final int LONGEST = 20_000;

    private Texts() {}

    /** The terms one after the other, as string concatenation writes them; each must be no choice. */
    static Term concat(List<Term> terms) {
        List<Term.Part> parts = new ArrayList<>();
        Evidence evidence = Evidence.none();
        for (Term term : terms) {
            evidence = evidence.then(term.why());
            parts.addAll(parts(term));
        }
        return of(parts, evidence);
    }

    /** A text of these parts; a constant when all are literal. */
    static Term of(List<Term.Part> parts, Evidence evidence) {
        List<Term.Part> merged = merge(parts);
        if (merged.stream().mapToInt(part -> part.text().length()).sum() > LONGEST) {
            return Term.unknown("a very long text");
        }
        if (merged.isEmpty()) {
            return new Term.Constant("", evidence);
        }
        boolean literal = merged.size() == 1 && merged.get(0).kind() == PartKind.LITERAL;
        return literal ? new Term.Constant(merged.get(0).text(), evidence) : new Term.Text(merged, evidence);
    }

    private static List<Term.Part> merge(List<Term.Part> parts) {
        List<Term.Part> merged = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        for (Term.Part part : parts) {
            if (part.kind() == PartKind.LITERAL) {
                literal.append(part.text());
            } else {
                flush(literal, merged);
                merged.add(part);
            }
        }
        flush(literal, merged);
        return merged;
    }

    private static void flush(StringBuilder literal, List<Term.Part> merged) {
        if (literal.length() > 0) {
            merged.add(new Term.Part(PartKind.LITERAL, literal.toString()));
            literal.setLength(0);
        }
    }

    static List<Term.Part> parts(Term term) {
        if (term instanceof Term.Text text) {
            return text.parts();
        }
        if (term instanceof Term.Constant constant) {
            return List.of(new Term.Part(PartKind.LITERAL, String.valueOf(constant.value())));
        }
        if (term instanceof Term.Null) {
            return List.of(new Term.Part(PartKind.LITERAL, "null"));
        }
        if (term instanceof Term.Opaque opaque && !opaque.carried().isEmpty()) {
            return opaque.carried();
        }
        return List.of(new Term.Part(PartKind.UNKNOWN, "?"));
    }

    /** The string, if it is known to the letter. */
    static Optional<String> exact(Term term) {
        return term instanceof Term.Constant constant
                ? Optional.of(String.valueOf(constant.value()))
                : Optional.empty();
    }

    /** The string with {@code ${NAME}} for each part that is not known; empty if nothing is known at all. */
    static Optional<String> shown(Term term) {
        if (term instanceof Term.Constant constant) {
            return Optional.of(String.valueOf(constant.value()));
        }
        if (!(term instanceof Term.Text text)) {
            return Optional.empty();
        }
        StringBuilder shown = new StringBuilder();
        for (Term.Part part : text.parts()) {
            shown.append(part.kind() == PartKind.LITERAL ? part.text() : "${" + name(part) + "}");
        }
        return Optional.of(shown.toString());
    }

    private static String name(Term.Part part) {
        return part.kind() == PartKind.CREDENTIAL ? Credentials.name(part.text()) : part.text();
    }
}

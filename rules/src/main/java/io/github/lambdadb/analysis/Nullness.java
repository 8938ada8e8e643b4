package io.github.lambdadb.analysis;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What of a term may be null. An environment variable that is not set is. */
final class Nullness {
    private static final Set<PartKind> NEVER_NULL =
            EnumSet.of(PartKind.LITERAL, PartKind.REFERENCE, PartKind.CREDENTIAL);

    private Nullness() {}

    static boolean mayBeNull(Term option) {
        if (option instanceof Term.Text text) {
            PartKind kind = text.parts().get(0).kind();
            return text.parts().size() == 1 && !NEVER_NULL.contains(kind);
        }
        return option instanceof Term.Null || option instanceof Term.Unset || option instanceof Term.Opaque;
    }

    static boolean isNull(Term option) {
        return option instanceof Term.Null || option instanceof Term.Unset;
    }

    /** The alternatives that are not null. */
    static Term nonNull(Term term) {
        List<Term> options =
                term.options().stream().filter(option -> !isNull(option)).toList();
        return options.isEmpty() ? Term.unknown("null") : Join.of(options);
    }

    /** The term, or the other where it may be null. */
    static Term orElse(Term term, Term other) {
        List<Term> options =
                term.options().stream().filter(option -> !isNull(option)).toList();
        boolean needed = term.options().stream().anyMatch(Nullness::mayBeNull);
        if (options.isEmpty()) {
            return other;
        }
        return needed ? Join.of(Join.of(options), other) : Join.of(options);
    }
}

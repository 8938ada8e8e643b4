package io.github.lambdadb.facts;

import io.github.lambdadb.source.Location;

/** What the analysis could not see, and why; shown to the user, never a finding. */
public record Gap(Kind kind, Location location, String reason) {
    /** What sort of thing was not seen. */
    public enum Kind {
        UNPARSABLE_FILE,
        UNREADABLE_FILE,
        UNRESOLVED_SYMBOL,
        UNRESOLVED_VALUE,
        UNFOLLOWED_CALL,
        MISSING_DEPENDENCY,
        OTHER_LANGUAGE,
        BUDGET_EXHAUSTED,
        /** A suppression that the code asks for and that is not honoured. */
        IGNORED_SUPPRESSION
    }

    public Gap {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A gap must say why.");
        }
    }
}

package io.github.lambdadb.check;

import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.issue.Baseline;
import io.github.lambdadb.issue.Baseline.Entry;
import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.rule.RuleDescriptor;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From an earlier baseline to that of a report. What the report does not have is removed only if it would be there, were it
 * still in the code: its rule ran, its file was looked at, and no code stayed unread.
 *
 * @param isWhole whether all code was read, so that what is gone could be told from what was not seen
 */
public record BaselineChange(List<Entry> kept, List<Entry> added, List<Entry> removed, boolean isWhole) {
    public BaselineChange {
        kept = List.copyOf(kept);
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /** {@code isCovered} tells of a file whether the report is about all that happens in it. */
    public static BaselineChange of(Baseline before, CheckReport report, Predicate<String> isCovered) {
        Baseline now = Baseline.of(report.issues());
        Collection<String> ran = report.rules().stream().map(RuleDescriptor::id).collect(Collectors.toSet());
        boolean isWhole =
                report.failures().isEmpty() && report.facts().gaps().stream().noneMatch(BaselineChange::isUnreadCode);
        Predicate<Entry> isGone =
                entry -> isWhole && ran.contains(entry.rule()) && isCovered.test(entry.file()) && !now.holds(entry);
        return new BaselineChange(
                before.entries().stream().filter(isGone.negate()).toList(),
                now.entries().stream().filter(entry -> !before.holds(entry)).toList(),
                before.entries().stream().filter(isGone).toList(),
                isWhole);
    }

    public Baseline after() {
        return new Baseline(Stream.concat(kept.stream(), added.stream()).toList());
    }

    /** A jar that is missing is no such gap: it may be so for ever, and what is removed too early fails the build, loudly. */
    private static boolean isUnreadCode(Gap gap) {
        return switch (gap.kind()) {
            case UNPARSABLE_FILE, UNREADABLE_FILE, BUDGET_EXHAUSTED -> true;
            case OTHER_LANGUAGE,
                    MISSING_DEPENDENCY,
                    UNRESOLVED_SYMBOL,
                    UNRESOLVED_VALUE,
                    UNFOLLOWED_CALL,
                    IGNORED_SUPPRESSION -> false;
        };
    }
}

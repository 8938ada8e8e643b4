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
 * still in the code: its rule ran, its file was looked at, and nothing stayed unread.
 */
public record BaselineChange(List<Entry> kept, List<Entry> added, List<Entry> removed) {
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
                report.failures().isEmpty() && report.facts().gaps().stream().noneMatch(BaselineChange::mayPass);
        Predicate<Entry> isGone =
                entry -> isWhole && ran.contains(entry.rule()) && isCovered.test(entry.file()) && !now.holds(entry);
        return new BaselineChange(
                before.entries().stream().filter(isGone.negate()).toList(),
                now.entries().stream().filter(entry -> !before.holds(entry)).toList(),
                before.entries().stream().filter(isGone).toList());
    }

    public Baseline after() {
        return new Baseline(Stream.concat(kept.stream(), added.stream()).toList());
    }

    /** What hides findings today and may not do so tomorrow. */
    private static boolean mayPass(Gap gap) {
        return switch (gap.kind()) {
            case UNPARSABLE_FILE, UNREADABLE_FILE, MISSING_DEPENDENCY, BUDGET_EXHAUSTED -> true;
            case OTHER_LANGUAGE, UNRESOLVED_SYMBOL, UNRESOLVED_VALUE, UNFOLLOWED_CALL, IGNORED_SUPPRESSION -> false;
        };
    }
}

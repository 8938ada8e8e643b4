package io.github.lambdadb.report.budget;

import io.github.lambdadb.budget.Bounds;
import io.github.lambdadb.budget.Budget;
import io.github.lambdadb.budget.DatabaseBudget;
import io.github.lambdadb.budget.Demand;
import io.github.lambdadb.facts.DatabaseCapacity;
import io.github.lambdadb.report.Numbers;
import io.github.lambdadb.report.Words;
import io.github.lambdadb.report.Wrapped;
import io.github.lambdadb.value.Certainty;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One table for each database: who may open how many sessions, why, and whether it fits. */
public final class BudgetText {
    private final List<String> lines = new ArrayList<>();

    private BudgetText() {}

    public static List<String> lines(Budget budget) {
        BudgetText text = new BudgetText();
        budget.databases().forEach(text::database);
        if (!budget.unplaced().isEmpty()) {
            text.unplaced(budget.unplaced());
        }
        if (text.lines.isEmpty()) {
            text.lines.add("Connection budget: no function reaches a database.");
        }
        return text.lines;
    }

    private void database(DatabaseBudget budget) {
        Optional<DatabaseCapacity> capacity = budget.capacity();
        String accepts = capacity.map(known -> "accepts %s sessions (%s), %,d of them usable"
                        .formatted(known.shown(), known.origin(), known.usable()))
                .orElse("accepts a number of sessions that is not known");
        lines.addAll(Wrapped.words(
                "",
                "Database %s%s, at %s, %s"
                        .formatted(
                                budget.database().id(),
                                budget.isReaders() ? " (readers)" : "",
                                budget.database().location(),
                                accepts)));
        if (!budget.demands().isEmpty()) {
            rows(budget.demands());
        }
        budget.shares()
                .forEach(share -> lines.add(sum(
                        "RDS Proxy " + share.proxy().id() + ", " + share.percent() + " % of the maximum",
                        Numbers.of(share.sessions()))));
        if (budget.others() > 0) {
            lines.add(sum("others", Numbers.of(budget.others())));
        }
        lines.add(sum("in all", Numbers.range(budget.lower(), budget.upper())));
        if (budget.upperInDeployment() > budget.upper()) {
            lines.add(sum("while deploying", "up to " + Numbers.of(budget.upperInDeployment())));
        }
        verdict(budget);
        budget.demands().forEach(demand -> why(demand));
        budget.assumptions().forEach(assumption -> lines.addAll(Wrapped.words("  assumed: ", assumption)));
    }

    private void unplaced(List<Demand> demands) {
        lines.add("Databases that no template tells of need at least what is asked of them:");
        rows(demands);
        demands.forEach(this::why);
    }

    private void rows(List<Demand> demands) {
        lines.add(row("function", "environments", "sessions", "sessions"));
        demands.forEach(demand -> lines.add(row(
                demand.function().name() + (demand.certainty() == Certainty.POSSIBLE ? " (possibly)" : ""),
                shown(demand.environments().bounds()),
                shown(demand.sessions()),
                Numbers.range(demand.lower(), demand.upper()))));
    }

    private void why(Demand demand) {
        lines.addAll(Wrapped.words(
                "  " + Wrapped.line(demand.function().name()) + ": ",
                "at least %s (%s), at most %s (%s) environments; in each %s (%s)%s"
                        .formatted(
                                Numbers.of(demand.environments().bounds().lower()),
                                demand.environments().bounds().whyAtLeast(),
                                Numbers.of(demand.environments().bounds().upper()),
                                demand.environments().bounds().whyAtMost(),
                                shown(demand.sessions()),
                                demand.sessions().whyAtMost(),
                                demand.isKept() ? ", kept while idle" : "")));
    }

    private void verdict(DatabaseBudget budget) {
        Optional<DatabaseBudget.Fit> fit = budget.fit();
        if (fit.isEmpty()) {
            lines.add("  needs at least %s, at most %s sessions"
                    .formatted(Numbers.of(budget.lower()), Numbers.of(budget.upperInDeployment())));
            return;
        }
        long usable = budget.capacity().get().usable();
        lines.add("  " + Words.of(fit.get()) + " into " + Numbers.of(usable));
        if (fit.get() != DatabaseBudget.Fit.FITS) {
            budget.demands()
                    .forEach(demand -> budget.largestReserved(demand)
                            .ifPresent(most -> lines.add("  largest reserved concurrency that fits: %s %s"
                                    .formatted(Wrapped.line(demand.function().name()), Numbers.of(most)))));
        }
    }

    private static String shown(Bounds bounds) {
        return Numbers.range(bounds.lower(), bounds.upper());
    }

    private static String row(String name, String environments, String each, String sum) {
        return String.format(
                Locale.ROOT, "  %-24.24s %14s x %-11s = %15s", Wrapped.line(name), environments, each, sum);
    }

    private static String sum(String name, String sum) {
        return String.format(Locale.ROOT, "  %-52.52s = %15s", Wrapped.line(name), sum);
    }
}

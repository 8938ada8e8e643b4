package io.github.lambdadb.rules.capacity;

import com.google.auto.service.AutoService;
import io.github.lambdadb.budget.Budget;
import io.github.lambdadb.budget.DatabaseBudget;
import io.github.lambdadb.budget.Demand;
import io.github.lambdadb.facts.DatabaseCapacity;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.Subject;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports databases of which functions may ask for more sessions than they accept. */
@AutoService(Rule.class)
public final class ConnectionBudget implements Rule {

    private static final int MOST_NAMED = 4;

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "connection-budget",
            "Functions may open more sessions than their database accepts",
            Category.CAPACITY,
            Severity.WARNING,
            "1.0",
            List.of());

    @Override
    public RuleDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Stream<Finding> check(Facts facts, Options options) {
        return Budget.of(facts).databases().stream()
                .flatMap(budget -> budget.capacity().flatMap(capacity -> check(budget, capacity)).stream());
    }

    private static Optional<Finding> check(DatabaseBudget budget, DatabaseCapacity capacity) {
        if (budget.lower() > capacity.usable()) {
            return Optional.of(finding(budget, capacity, budget.lower(), "open at least", Demand::lower)
                    .withSeverity(Severity.ERROR));
        }
        if (budget.upper() > capacity.usable()) {
            return Optional.of(finding(budget, capacity, budget.upper(), "may open", Demand::upper));
        }
        return budget.upperInDeployment() > capacity.usable()
                ? Optional.of(finding(
                        budget,
                        capacity,
                        budget.upperInDeployment(),
                        "may open, while a new version takes over from the old one,",
                        Demand::upperInDeployment))
                : Optional.empty();
    }

    /** What is counted of a demand. */
    private interface Count {
        long of(Demand demand);
    }

    private static Finding finding(
            DatabaseBudget budget, DatabaseCapacity capacity, long sum, String verb, Count count) {
        List<String> terms = Stream.concat(
                        budget.demands().stream()
                                .filter(demand -> count.of(demand) > 0)
                                .map(demand -> term(demand, count)),
                        budget.shares().stream()
                                .map(share -> "RDS Proxy '%s' %,d"
                                        .formatted(share.proxy().id(), share.sessions())))
                .toList();
        String message = "'%s'%s accepts %s sessions (%s)%s; its functions %s %,d: %s."
                .formatted(
                        budget.database().id(),
                        budget.isReaders() ? " for reading" : "",
                        capacity.shown(),
                        capacity.origin(),
                        capacity.reserved() == 0 ? "" : ", of which " + capacity.reserved() + " are reserved",
                        verb,
                        sum,
                        shown(terms));
        return new Finding(
                capacity.site(),
                new Subject(
                        capacity.site().file(), budget.database().id(), budget.isReaders() ? "readers" : "sessions"),
                message,
                budget.certainty(),
                evidence(budget, capacity));
    }

    /** A few are named, the evidence holds them all. */
    private static String shown(List<String> terms) {
        String first = String.join(", ", terms.subList(0, Math.min(MOST_NAMED, terms.size())));
        return terms.size() <= MOST_NAMED ? first : first + " and " + (terms.size() - MOST_NAMED) + " others";
    }

    private static String term(Demand demand, Count count) {
        return "'%s' %,d (%s environments × %s)"
                .formatted(
                        demand.function().name(),
                        count.of(demand),
                        demand.environments().bounds().shown(),
                        demand.sessions().shown());
    }

    private static Evidence evidence(DatabaseBudget budget, DatabaseCapacity capacity) {
        Evidence evidence = Evidence.none();
        for (Demand demand : budget.demands()) {
            evidence = evidence.then(Evidence.of(
                    place(demand),
                    "'%s': %s environments (%s), %s sessions in each (%s)"
                            .formatted(
                                    demand.function().name(),
                                    demand.environments().bounds().shown(),
                                    demand.environments().bounds().whyAtMost(),
                                    demand.sessions().shown(),
                                    demand.sessions().whyAtMost())));
        }
        return evidence.then(capacity.evidence());
    }

    private static Location place(Demand demand) {
        return demand.function().deployments().stream()
                .findFirst()
                .map(deployed -> deployed.location())
                .orElse(demand.function().location());
    }
}

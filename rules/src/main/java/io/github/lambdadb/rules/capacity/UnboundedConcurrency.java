package io.github.lambdadb.rules.capacity;

import com.google.auto.service.AutoService;
import io.github.lambdadb.budget.Budget;
import io.github.lambdadb.budget.DatabaseBudget;
import io.github.lambdadb.budget.Demand;
import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.DatabaseCapacity;
import io.github.lambdadb.facts.DeployedFunction;
import io.github.lambdadb.facts.Endpoint;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.LambdaFunction;
import io.github.lambdadb.facts.Subject;
import io.github.lambdadb.rule.Category;
import io.github.lambdadb.rule.Finding;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Certainty;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports functions with a database that nothing keeps from starting as many environments as the account allows. */
@AutoService(Rule.class)
public final class UnboundedConcurrency implements Rule {

    private static final RuleDescriptor DESCRIPTOR = new RuleDescriptor(
            "unbounded-concurrency",
            "Nothing bounds the environments of a function that uses a database",
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
        Budget budget = Budget.of(facts);
        return Stream.concat(
                budget.databases().stream()
                        .flatMap(database -> database.demands().stream()
                                .filter(demand -> !demand.environments().isBounded())
                                .flatMap(demand -> check(database, demand).stream())),
                behindProxies(facts));
    }

    private static Optional<Finding> check(DatabaseBudget database, Demand demand) {
        Optional<DatabaseCapacity> capacity = database.capacity();
        boolean fits = capacity.filter(known -> database.upperInDeployment() <= known.usable())
                .isPresent();
        if (fits) {
            return Optional.empty();
        }
        String message = capacity.isPresent()
                ? "'%s' may run %,d environments at once (%s), each with %s of the %s sessions that '%s' accepts; a reserved concurrency of %d fits."
                        .formatted(
                                demand.function().name(),
                                demand.environments().bounds().upper(),
                                demand.environments().bounds().whyAtMost(),
                                demand.sessions().shown(),
                                capacity.get().shown(),
                                database.database().id(),
                                database.largestReserved(demand).orElse(0L))
                : "'%s' may run %,d environments at once (%s), each with %s to '%s', of which it is not known how many it accepts."
                        .formatted(
                                demand.function().name(),
                                demand.environments().bounds().upper(),
                                demand.environments().bounds().whyAtMost(),
                                sessions(demand),
                                database.database().id());
        Certainty certainty = capacity.isPresent() ? database.certainty() : Certainty.POSSIBLE;
        Evidence why = capacity.map(DatabaseCapacity::evidence).orElse(Evidence.none());
        return deployed(demand.function())
                .map(function -> finding(function, demand.function(), message, certainty, why));
    }

    private static String sessions(Demand demand) {
        String shown = demand.sessions().shown();
        return shown.equals("1") ? "1 session" : shown + " sessions";
    }

    /** A proxy queues its clients: what is left is that they wait for each other. */
    private static Stream<Finding> behindProxies(Facts facts) {
        return facts.sources().stream()
                .filter(source -> source.hasServerSessions()
                        && !source.endpoints().isEmpty()
                        && source.endpoints().stream().allMatch(Endpoint::isProxy))
                .flatMap(source -> source.functions().stream().map(function -> behindProxy(source, function)))
                .flatMap(Optional::stream)
                .distinct();
    }

    private static Optional<Finding> behindProxy(ConnectionSource source, LambdaFunction function) {
        boolean isBounded = Budget.environments(function).isBounded();
        String message =
                "'%s' may run as many environments at once as the account allows, all of which wait for the sessions of one RDS Proxy."
                        .formatted(function.name());
        return isBounded
                ? Optional.empty()
                : deployed(function)
                        .map(deployed -> finding(
                                        deployed,
                                        function,
                                        message,
                                        Certainty.DEFINITE,
                                        source.endpoints().get(0).evidence())
                                .withSeverity(Severity.NOTE));
    }

    private static Optional<DeployedFunction> deployed(LambdaFunction function) {
        return function.deployments().stream().findFirst();
    }

    private static Finding finding(
            DeployedFunction deployed, LambdaFunction function, String message, Certainty certainty, Evidence why) {
        return new Finding(
                deployed.location(),
                new Subject(deployed.location().file(), function.handler(), deployed.id()),
                message,
                certainty,
                Evidence.of(deployed.location(), "deploys the function, and nothing reserves its concurrency")
                        .then(why));
    }
}

package io.github.lambdadb.budget;

import io.github.lambdadb.facts.DatabaseCapacity;
import io.github.lambdadb.facts.DeployedDatabase;
import io.github.lambdadb.facts.DeployedProxy;
import io.github.lambdadb.value.Certainty;
import java.util.List;
import java.util.Optional;

/**
 * The sum of one database, or of its readers.
 *
 * @param capacities how many sessions it accepts, at most one; none when nothing tells
 * @param demands of functions that reach it without a proxy, in the order of their names
 * @param shares of proxies that stand before it
 * @param others sessions of everything else, as declared
 * @param assumptions what the sum takes for granted, each a clause
 */
public record DatabaseBudget(
        DeployedDatabase database,
        boolean isReaders,
        List<DatabaseCapacity> capacities,
        List<Demand> demands,
        List<Share> shares,
        long others,
        List<String> assumptions) {
    /** What a proxy may open: its percent of the maximum. */
    public record Share(DeployedProxy proxy, int percent, long sessions) {}

    /** Whether the demand fits into what the database accepts. */
    public enum Fit {
        FITS,
        MAY_NOT_FIT_WHILE_DEPLOYING,
        MAY_NOT_FIT,
        DOES_NOT_FIT
    }

    public DatabaseBudget {
        capacities = List.copyOf(capacities);
        demands = List.copyOf(demands);
        shares = List.copyOf(shares);
        assumptions = List.copyOf(assumptions);
    }

    public Optional<DatabaseCapacity> capacity() {
        return capacities.stream().findFirst();
    }

    public long lower() {
        return demands.stream().mapToLong(Demand::lower).sum() + others;
    }

    public long upper() {
        return demands.stream().mapToLong(Demand::upper).sum() + proxied() + others;
    }

    /** The most while versions of all functions take over. */
    public long upperInDeployment() {
        return demands.stream().mapToLong(Demand::upperInDeployment).sum() + proxied() + others;
    }

    /** Empty when what the database accepts is not known. */
    public Optional<Fit> fit() {
        return capacity().map(DatabaseCapacity::usable).map(usable -> {
            if (lower() > usable) {
                return Fit.DOES_NOT_FIT;
            }
            if (upper() > usable) {
                return Fit.MAY_NOT_FIT;
            }
            return upperInDeployment() > usable ? Fit.MAY_NOT_FIT_WHILE_DEPLOYING : Fit.FITS;
        });
    }

    /** A single proxy without functions beside it takes what there is: it queues its clients. */
    private long proxied() {
        boolean isAlone = demands.isEmpty() && shares.size() == 1;
        return isAlone
                ? Math.min(
                        shares.get(0).sessions(),
                        capacity().map(DatabaseCapacity::usable).orElse(0))
                : shares.stream().mapToLong(Share::sessions).sum();
    }

    /** Whether every demand is certain, and so is what the database accepts. */
    public Certainty certainty() {
        boolean isSure = demands.stream().allMatch(demand -> demand.certainty() == Certainty.DEFINITE)
                && capacity()
                        .filter(known -> known.certainty() == Certainty.DEFINITE)
                        .isPresent();
        return isSure ? Certainty.DEFINITE : Certainty.POSSIBLE;
    }

    /**
     * The largest reserved concurrency with which the function fits beside the others: what bounded functions leave is shared
     * evenly by those that nothing bounds. Empty when what the database accepts is not known.
     */
    public Optional<Long> largestReserved(Demand demand) {
        long taken = others
                + proxied()
                + demands.stream()
                        .filter(other ->
                                !other.equals(demand) && other.environments().isBounded())
                        .mapToLong(Demand::upperInDeployment)
                        .sum();
        long wanted = demands.stream()
                .filter(other -> other.equals(demand) || !other.environments().isBounded())
                .mapToLong(Demand::each)
                .sum();
        return capacity().map(known -> Math.max(0, (known.usable() - taken) / Math.max(1, wanted)));
    }
}

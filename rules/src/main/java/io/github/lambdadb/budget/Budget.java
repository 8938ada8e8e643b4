package io.github.lambdadb.budget;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.DatabaseCapacity;
import io.github.lambdadb.facts.DeclaredDatabase;
import io.github.lambdadb.facts.DeployedDatabase;
import io.github.lambdadb.facts.DeployedFunction.Attribute;
import io.github.lambdadb.facts.DeployedProxy;
import io.github.lambdadb.facts.Endpoint;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.IdleTimeoutStory;
import io.github.lambdadb.facts.LambdaFunction;
import io.github.lambdadb.facts.Lifetime;
import io.github.lambdadb.value.Certainty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The connection budget of a module: for each deployed database that its functions reach, the sessions that they may open against
 * those that it accepts.
 *
 * @param databases in the order of their places
 * @param unplaced what functions ask of databases that no template deploys, or of which it is not known which one they use
 */
public record Budget(List<DatabaseBudget> databases, List<Demand> unplaced) {
    public Budget {
        databases = List.copyOf(databases);
        unplaced = List.copyOf(unplaced);
    }

    /** One end of sessions: the writers or the readers of a database. */
    private record End(DeployedDatabase database, boolean isReaders) {}

    public static Budget of(Facts facts) {
        Map<End, List<ConnectionSource>> sources = new LinkedHashMap<>();
        Map<End, List<DeployedProxy>> proxies = new LinkedHashMap<>();
        List<ConnectionSource> unplaced = new ArrayList<>();
        for (ConnectionSource source : facts.sources()) {
            if (source.hasServerSessions() && !place(source, sources, proxies)) {
                unplaced.add(source);
            }
        }
        List<DatabaseBudget> databases = Stream.concat(sources.keySet().stream(), proxies.keySet().stream())
                .distinct()
                .sorted(Comparator.comparing((End end) -> end.database().location())
                        .thenComparing(End::isReaders))
                .map(end -> database(
                        facts,
                        end,
                        sources.getOrDefault(end, List.of()),
                        proxies.getOrDefault(end, List.of()).stream().distinct().toList()))
                .toList();
        return new Budget(databases, demands(facts, unplaced, Certainty.DEFINITE));
    }

    /** How many environments of the function there may be, of an account with the usual limit. */
    public static Environments environments(LambdaFunction function) {
        return Environments.of(function, DeclaredDatabase.ACCOUNT_CONCURRENCY);
    }

    /** The sources by how many invocations an environment runs at once, each as those functions reach it. */
    public static SortedMap<Integer, List<ConnectionSource>> byInvocations(Facts facts) {
        SortedMap<Integer, List<ConnectionSource>> sources = new TreeMap<>();
        for (ConnectionSource source : facts.sources()) {
            Map<Integer, List<LambdaFunction>> functions = new TreeMap<>();
            source.functions()
                    .forEach(function -> functions
                            .computeIfAbsent(environments(function).invocations(), key -> new ArrayList<>())
                            .add(function));
            functions.forEach((invocations, those) -> sources.computeIfAbsent(invocations, key -> new ArrayList<>())
                    .add(source.reachedBy(those)));
        }
        return sources;
    }

    /** Whether it is known where the sessions of the source end. */
    private static boolean place(
            ConnectionSource source, Map<End, List<ConnectionSource>> sources, Map<End, List<DeployedProxy>> proxies) {
        boolean placed = false;
        for (Endpoint endpoint : source.endpoints()) {
            boolean isKnown = endpoint.databases().size() == 1
                    && (endpoint.isProxy() || endpoint.proxies().isEmpty());
            if (isKnown) {
                End end = new End(endpoint.databases().get(0), endpoint.kind() == Endpoint.Kind.READER);
                if (endpoint.isProxy()) {
                    proxies.computeIfAbsent(end, key -> new ArrayList<>()).addAll(endpoint.proxies());
                } else {
                    sources.computeIfAbsent(end, key -> new ArrayList<>()).add(source);
                }
            }
            placed |= isKnown;
        }
        return placed;
    }

    private static DatabaseBudget database(
            Facts facts, End end, List<ConnectionSource> sources, List<DeployedProxy> proxies) {
        List<DatabaseCapacity> capacities = facts.capacities().stream()
                .filter(capacity -> capacity.database().equals(end.database()))
                .limit(1)
                .toList();
        Certainty certainty = sources.stream()
                        .allMatch(source -> source.endpoints().size() == 1
                                && source.endpoints().get(0).certainty() == Certainty.DEFINITE)
                ? Certainty.DEFINITE
                : Certainty.POSSIBLE;
        List<Demand> demands = demands(facts, sources.stream().distinct().toList(), certainty);
        long others = facts.database().otherSessions();
        return new DatabaseBudget(
                end.database(),
                end.isReaders(),
                capacities,
                demands,
                proxies.stream().map(proxy -> share(proxy, capacities)).toList(),
                others,
                assumptions(facts, demands, others));
    }

    private static DatabaseBudget.Share share(DeployedProxy proxy, List<DatabaseCapacity> capacities) {
        int percent = proxy.attribute(DeployedProxy.Attribute.MAXIMUM_CONNECTIONS_PERCENT).stream()
                .flatMap(value -> value.candidates().stream())
                .map(known -> known.value().strip())
                .filter(text -> text.matches("\\d{1,3}"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(100);
        long maximum = capacities.stream()
                .mapToLong(DatabaseCapacity::maximum)
                .findFirst()
                .orElse(0);
        return new DatabaseBudget.Share(proxy, percent, maximum * percent / 100);
    }

    private static List<Demand> demands(Facts facts, List<ConnectionSource> sources, Certainty certainty) {
        Map<LambdaFunction, List<ConnectionSource>> byFunction = new LinkedHashMap<>();
        sources.forEach(source -> source.functions()
                .forEach(function -> byFunction
                        .computeIfAbsent(function, key -> new ArrayList<>())
                        .add(source)));
        long account = account(facts);
        return byFunction.entrySet().stream()
                .map(entry -> demand(facts, entry.getKey(), entry.getValue(), account, certainty))
                .sorted(Comparator.comparing(
                                (Demand demand) -> demand.function().name())
                        .thenComparing(demand -> demand.function().handler())
                        .thenComparing(demand -> demand.function().location()))
                .toList();
    }

    private static Demand demand(
            Facts facts, LambdaFunction function, List<ConnectionSource> sources, long account, Certainty certainty) {
        Environments environments = Environments.of(function, account);
        boolean kept = facts.database().serverIdleTimeout().isEmpty()
                && sources.stream().anyMatch(Budget::keepsIdleSessions);
        return new Demand(
                function, environments, Sessions.of(sources, environments.invocations()), kept, certainty, sources);
    }

    /** Sessions that nothing ends outlive a deployment until their environment is reaped. */
    private static boolean keepsIdleSessions(ConnectionSource source) {
        return source.lifetime() == Lifetime.ENVIRONMENT
                && source.kind() != ConnectionSource.Kind.DATA_SOURCE
                && source.idleTimeoutStories().stream()
                        .filter(story -> story.certainty() == Certainty.DEFINITE)
                        .noneMatch(story -> story.grade().compareTo(IdleTimeoutStory.Grade.NO_SESSION) <= 0);
    }

    /** What functions with reserved concurrency leave of the account's limit. */
    private static long account(Facts facts) {
        long reserved = facts.deployments().functions().stream()
                .flatMap(function -> Environments.number(function, Attribute.RESERVED_CONCURRENCY).stream())
                .mapToLong(Long::longValue)
                .sum();
        return Math.max(0, facts.database().accountConcurrency() - reserved);
    }

    private static List<String> assumptions(Facts facts, List<Demand> demands, long others) {
        List<String> assumptions = new ArrayList<>();
        if (demands.stream().anyMatch(demand -> !demand.environments().isBounded())) {
            assumptions.add("the account runs at most " + facts.database().accountConcurrency()
                    + " invocations at once (accountConcurrency)");
        }
        if (demands.stream().anyMatch(Demand::isKept)) {
            assumptions.add("environments of the old version keep their sessions while a new one takes over");
        }
        assumptions.add(others + " sessions of others (otherSessions)");
        return assumptions;
    }
}

package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.DeployedDatabase;
import io.github.lambdadb.facts.DeployedDatabase.Attribute;
import io.github.lambdadb.facts.IdleLimit;
import io.github.lambdadb.facts.IdleLimit.State;
import io.github.lambdadb.knowledge.DriverModel.ServerIdleTimeout;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a deployed database ends idle sessions, by the parameters of its groups and the defaults of its engine. */
final class IdleLimits {
    private static final Pattern MAJOR = Pattern.compile("(\\d{1,3})(\\D.*)?");

    private IdleLimits() {}

    /** One for each variable that decides. */
    static List<IdleLimit> of(DeployedDatabase database, List<ServerIdleTimeout> timeouts) {
        if (database.kind() == DeployedDatabase.Kind.DSQL) {
            return List.of(); // its sessions end after an hour, whatever they do
        }
        return timeouts.stream()
                .map(timeout -> limit(database, timeout))
                .distinct()
                .toList();
    }

    private static IdleLimit limit(DeployedDatabase database, ServerIdleTimeout timeout) {
        IdleLimit own = limit(database, timeout, timeout.variable());
        if (timeout.smallerWith().isEmpty() || !isAurora(database)) {
            return own;
        }
        IdleLimit other = limit(database, timeout, timeout.smallerWith());
        if (own.state() == State.NOT_SEEN || other.state() == State.NOT_SEEN) {
            return own.state() == State.NOT_SEEN ? own : other;
        }
        Optional<Duration> one = only(own);
        Optional<Duration> two = only(other);
        if (one.isEmpty() || two.isEmpty()) {
            return own;
        }
        boolean ownCounts = one.get().compareTo(two.get()) <= 0;
        IdleLimit inForce = ownCounts ? own : other;
        IdleLimit rest = ownCounts ? other : own;
        boolean overrules = rest.state() == State.SET && !one.get().equals(two.get());
        return new IdleLimit(
                database,
                inForce.state(),
                inForce.variable(),
                inForce.written(),
                inForce.limit(),
                overrules ? List.of(rest.variable()) : List.of(),
                overrules ? inForce.evidence().then(rest.evidence()) : inForce.evidence());
    }

    private static Optional<Duration> only(IdleLimit limit) {
        return limit.limit() instanceof Value.Known<Duration> known ? Optional.of(known.value()) : Optional.empty();
    }

    private static boolean isAurora(DeployedDatabase database) {
        return database.attribute(Attribute.ENGINE).stream()
                .flatMap(engine -> engine.candidates().stream())
                .anyMatch(engine -> engine.value().startsWith("aurora"));
    }

    private static IdleLimit limit(DeployedDatabase database, ServerIdleTimeout timeout, String variable) {
        Optional<Value<String>> set = database.parameter(variable);
        Evidence declared = Evidence.of(database.location(), "declares the database");
        if (set.isEmpty()) {
            Value<Duration> byDefault = new Value.Known<>(timeout.byDefault(), Evidence.none());
            State unset = isBefore(database, timeout.since()) ? State.UNSUPPORTED : State.DEFAULT;
            State state = database.parametersComplete() ? unset : State.NOT_SEEN;
            return new IdleLimit(database, state, variable, "", byDefault, List.of(), declared);
        }
        Value<Duration> limit = set.get().map(text -> duration(text, timeout));
        Optional<Value.Known<String>> first = set.get().candidates().stream().findFirst();
        State state = limit.candidates().isEmpty()
                ? State.NOT_SEEN
                : isBefore(database, timeout.since()) ? State.UNSUPPORTED : State.SET;
        return new IdleLimit(
                database,
                state,
                variable,
                first.map(Value.Known::value).orElse(""),
                limit,
                List.of(),
                first.map(Value.Known::evidence).orElse(declared));
    }

    private static Optional<Duration> duration(String text, ServerIdleTimeout timeout) {
        if (!text.strip().matches("\\d{1,12}")) {
            return Optional.empty();
        }
        long number = Long.parseLong(text.strip());
        return Optional.of(
                switch (timeout.unit()) {
                    case SECONDS -> Duration.ofSeconds(number);
                    case MINUTES -> Duration.ofMinutes(number);
                    default -> Duration.ofMillis(number);
                });
    }

    /** Whether the server is surely older than that major version. */
    private static boolean isBefore(DeployedDatabase database, String since) {
        List<String> versions = database.attribute(Attribute.ENGINE_VERSION).stream()
                .flatMap(version -> version.candidates().stream())
                .map(Value.Known::value)
                .toList();
        return !since.isEmpty()
                && !versions.isEmpty()
                && versions.stream().allMatch(version -> {
                    Matcher major = MAJOR.matcher(version);
                    return major.matches() && Integer.parseInt(major.group(1)) < Integer.parseInt(since);
                });
    }
}

package io.github.lambdadb.analysis;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.DatabaseCall;
import io.github.lambdadb.facts.Endpoint;
import io.github.lambdadb.facts.GivenCredential;
import io.github.lambdadb.facts.HeldConnection;
import io.github.lambdadb.facts.IgnoredSetting;
import io.github.lambdadb.facts.KeptSession;
import io.github.lambdadb.facts.LambdaFunction;
import io.github.lambdadb.facts.NestedBorrow;
import io.github.lambdadb.facts.ParallelBorrow;
import io.github.lambdadb.facts.Pinning;
import io.github.lambdadb.facts.Renewal;
import io.github.lambdadb.facts.SnapshotCare;
import io.github.lambdadb.facts.SourceUse;
import io.github.lambdadb.facts.ThreadSharing;
import io.github.lambdadb.source.Evidence;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One fact for each creation site, lifetime and set of settings, whatever the number of functions and paths. */
final class Merging {
    private Merging() {}

    static List<ConnectionSource> merge(List<ConnectionSource> sources) {
        Map<List<Object>, ConnectionSource> merged = new LinkedHashMap<>();
        for (ConnectionSource source : sources) {
            merged.merge(identity(source), source, Merging::both);
        }
        return merged.values().stream()
                .sorted(Comparator.comparing(ConnectionSource::site)
                        .thenComparing(ConnectionSource::lifetime)
                        .thenComparing(source -> source.settings().toString()))
                .toList();
    }

    private static List<Object> identity(ConnectionSource source) {
        return List.of(
                source.site(),
                source.kind(),
                source.lifetime(),
                source.product(),
                source.settings().values().stream()
                        .map(setting -> setting.key()
                                + setting.value().candidates().stream()
                                        .map(known -> known.value() + "@"
                                                + known.evidence().origin())
                                        .toList())
                        .sorted()
                        .toList(),
                source.programName().state(),
                source.loginBound().state(),
                source.endpoints().stream().map(Merging::end).distinct().toList());
    }

    /** Functions that use different databases are told apart. */
    private static List<Object> end(Endpoint endpoint) {
        return List.of(endpoint.kind(), endpoint.databases(), endpoint.proxies(), endpoint.certainty());
    }

    private static ConnectionSource both(ConnectionSource one, ConnectionSource other) {
        ConnectionSource worse = weight(one.renewal()) >= weight(other.renewal()) ? one : other;
        return new ConnectionSource(
                one.kind(),
                one.product(),
                one.version(),
                one.subject(),
                one.site(),
                one.lifetime(),
                joined(one.functions(), other.functions(), Comparator.comparing(LambdaFunction::handler)),
                one.settings(),
                one.urls(),
                one.programName(),
                one.idleTimeoutStories(),
                worse.renewal(),
                joined(
                        one.unguardedCalls(),
                        other.unguardedCalls(),
                        Comparator.comparing((DatabaseCall call) -> call.location())),
                joined(one.closedChecks(), other.closedChecks(), Comparator.comparing(Evidence::toString)),
                one.path(),
                joined(one.ignoredSettings(), other.ignoredSettings(), Comparator.comparing(IgnoredSetting::toString)),
                one.eagerOpenings(),
                endpoints(one.endpoints(), other.endpoints()),
                both(one.use(), other.use()),
                one.loginBound());
    }

    /** The same end is told once, whatever led there. */
    private static List<Endpoint> endpoints(List<Endpoint> one, List<Endpoint> other) {
        Map<List<Object>, Endpoint> ends = new LinkedHashMap<>();
        Stream.concat(one.stream(), other.stream()).forEach(end -> ends.putIfAbsent(end(end), end));
        return List.copyOf(ends.values());
    }

    private static SourceUse both(SourceUse one, SourceUse other) {
        return new SourceUse(
                joined(one.heldAfterInit(), other.heldAfterInit(), Comparator.comparing(HeldConnection::toString)),
                joined(one.keptSessions(), other.keptSessions(), Comparator.comparing(KeptSession::toString)),
                Stream.concat(one.nestedBorrows().stream(), other.nestedBorrows().stream())
                        .max(Comparator.comparingInt(NestedBorrow::depth))
                        .stream()
                        .toList(),
                Stream.concat(one.parallelBorrows().stream(), other.parallelBorrows().stream())
                        .max(Comparator.comparingInt(ParallelBorrow::threads))
                        .stream()
                        .toList(),
                joined(one.sharings(), other.sharings(), Comparator.comparing(ThreadSharing::toString)),
                joined(one.pinnings(), other.pinnings(), Comparator.comparing(Pinning::toString)),
                joined(one.snapshotCare(), other.snapshotCare(), Comparator.comparing(SnapshotCare::toString)),
                joined(one.credentials(), other.credentials(), Comparator.comparing(GivenCredential::toString)));
    }

    /** What a rule would rather hear of. */
    private static int weight(Renewal renewal) {
        return switch (renewal.kind()) {
            case NONE -> 4;
            case CLOSED_CHECK_ONLY -> 3;
            case BACKGROUND_ONLY -> 2;
            case UNDETERMINED -> 0;
            default -> 1;
        };
    }

    private static <T> List<T> joined(List<T> one, List<T> other, Comparator<T> order) {
        return Stream.concat(one.stream(), other.stream())
                .distinct()
                .sorted(order)
                .toList();
    }
}

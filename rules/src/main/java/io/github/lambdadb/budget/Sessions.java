package io.github.lambdadb.budget;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.EagerOpening;
import io.github.lambdadb.facts.Lifetime;
import io.github.lambdadb.facts.NestedBorrow;
import io.github.lambdadb.facts.Property;
import io.github.lambdadb.facts.Setting;
import java.util.List;
import java.util.stream.Stream;

/** How many sessions one environment holds through its sources. */
final class Sessions {
    private Sessions() {}

    /** Of all sources that one function has to one database. */
    static Bounds of(List<ConnectionSource> sources, int invocations) {
        long lower = 0;
        long upper = 0;
        for (ConnectionSource source : sources) {
            lower += fewest(source);
            upper += most(source) * (isShared(source) ? 1 : invocations);
        }
        String names = String.join(
                " + ", sources.stream().map(Sessions::shown).distinct().toList());
        return new Bounds(lower, names, Math.max(1, upper), names);
    }

    /** A pool of the environment serves all its invocations. */
    private static boolean isShared(ConnectionSource source) {
        return source.lifetime() == Lifetime.ENVIRONMENT && source.kind() != ConnectionSource.Kind.DATA_SOURCE;
    }

    private static long fewest(ConnectionSource source) {
        if (source.lifetime() != Lifetime.ENVIRONMENT || source.isReleased()) {
            return 0;
        }
        return switch (source.kind()) {
            case CONNECTION, SINGLE_SESSION -> 1;
            case DATA_SOURCE -> 0;
            case POOL ->
                source.eagerOpenings().stream()
                        .filter(opening -> opening.purpose() == EagerOpening.Purpose.KEPT)
                        .mapToLong(opening -> opening.setting().number().isComplete()
                                ? numbers(opening.setting())
                                        .min(Integer::compare)
                                        .orElse(0)
                                : 0)
                        .max()
                        .orElse(0);
        };
    }

    private static long most(ConnectionSource source) {
        long borrowed = source.use().nestedBorrows().stream()
                .mapToInt(NestedBorrow::depth)
                .max()
                .orElse(1);
        return source.kind() == ConnectionSource.Kind.POOL
                ? source.setting(Property.MAXIMUM_SIZE).stream()
                        .flatMap(Sessions::numbers)
                        .max(Integer::compare)
                        .map(Integer::longValue)
                        .orElse(borrowed)
                : borrowed;
    }

    private static Stream<Integer> numbers(Setting setting) {
        return setting.number().candidates().stream().map(known -> known.value());
    }

    private static String shown(ConnectionSource source) {
        boolean isSized = source.kind() == ConnectionSource.Kind.POOL;
        boolean isKnown = source.setting(Property.MAXIMUM_SIZE).stream()
                .flatMap(Sessions::numbers)
                .findAny()
                .isPresent();
        return isSized ? isKnown ? "size of the pool" : "1 assumed, since the size is not known" : "one at a time";
    }
}

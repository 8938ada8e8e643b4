package io.github.lambdadb.facts;

import java.util.List;
import java.util.stream.Stream;

/**
 * What functions do that is about no single connection source.
 *
 * @param backgroundWorks work of other threads that invocations leave behind
 * @param shutdownHooks what would close sources when the process ends
 * @param openTransactions transactions of kept sessions that invocations leave open
 * @param leftStates what invocations leave set in sessions that outlive them
 * @param repetitions what they do again when it fails
 * @param wholeReads their queries for all rows of a table
 */
public record Behaviour(
        List<BackgroundWork> backgroundWorks,
        List<ShutdownHook> shutdownHooks,
        List<OpenTransaction> openTransactions,
        List<LeftState> leftStates,
        List<Repetition> repetitions,
        List<WholeRead> wholeReads) {
    public Behaviour {
        backgroundWorks = List.copyOf(backgroundWorks);
        shutdownHooks = List.copyOf(shutdownHooks);
        openTransactions = List.copyOf(openTransactions);
        leftStates = List.copyOf(leftStates);
        repetitions = List.copyOf(repetitions);
        wholeReads = List.copyOf(wholeReads);
    }

    public static Behaviour none() {
        return new Behaviour(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** Both. */
    public Behaviour and(Behaviour other) {
        return new Behaviour(
                all(backgroundWorks, other.backgroundWorks),
                all(shutdownHooks, other.shutdownHooks),
                all(openTransactions, other.openTransactions),
                all(leftStates, other.leftStates),
                all(repetitions, other.repetitions),
                all(wholeReads, other.wholeReads));
    }

    private static <T> List<T> all(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}

package io.github.lambdadb.value;

import io.github.lambdadb.source.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What is statically known about one expression. */
public sealed interface Value<T> {
    /** Exactly this value. */
    record Known<T>(T value, Evidence evidence) implements Value<T> {}

    /** One of several; {@code complete} is false when a further candidate could not be evaluated. */
    record Choice<T>(List<Known<T>> options, boolean complete) implements Value<T> {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /** Nothing is known, and why. */
    record Unknown<T>(String reason) implements Value<T> {}

    default List<Known<T>> candidates() {
        if (this instanceof Known<T> known) {
            return List.of(known);
        }
        return this instanceof Choice<T> choice ? choice.options() : List.of();
    }

    default boolean isComplete() {
        return this instanceof Known<T> || (this instanceof Choice<T> choice && choice.complete());
    }

    /** The first candidate that satisfies the test; definite only if all candidates are known and do. */
    default Optional<Match<T>> matching(Predicate<? super T> test) {
        List<Known<T>> hits =
                candidates().stream().filter(known -> test.test(known.value())).toList();
        boolean all = isComplete() && hits.size() == candidates().size();
        Certainty certainty = all ? Certainty.DEFINITE : Certainty.POSSIBLE;
        return hits.stream().findFirst().map(hit -> new Match<>(hit.value(), certainty, hit.evidence()));
    }

    /** The same knowledge of a derived value; candidates for which the function has no answer become unknown. */
    default <R> Value<R> map(Function<? super T, Optional<R>> function) {
        List<Known<R>> mapped = candidates().stream()
                .flatMap(known -> function.apply(known.value()).map(v -> new Known<R>(v, known.evidence())).stream())
                .toList();
        boolean all = isComplete() && mapped.size() == candidates().size();
        if (all && mapped.size() == 1) {
            return mapped.get(0);
        }
        return mapped.isEmpty()
                ? new Unknown<>(this instanceof Unknown<T> unknown ? unknown.reason() : "the value has no such form")
                : new Choice<>(mapped, all);
    }
}

package io.github.lambdadb.frontend.template;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Value;
import io.github.lambdadb.value.Value.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/** Values made of other ones; no more than sixteen options are kept. */
public final class Values {
    private static final int MOST_OPTIONS = 16;

    private Values() {}

    public static Value<String> seenFrom(Evidence use, Value<String> value) {
        if (value instanceof Known<String> known) {
            return new Known<>(known.value(), use.then(known.evidence()));
        }
        if (value instanceof Value.Choice<String> choice) {
            List<Known<String>> options = choice.options().stream()
                    .map(known -> new Known<>(known.value(), use.then(known.evidence())))
                    .toList();
            return new Value.Choice<>(options, choice.complete());
        }
        return value;
    }

    /** The same value, of which the last evidence is that one. */
    public static Value<String> endingAt(Evidence last, Value<String> value) {
        List<Known<String>> all = value.candidates().stream()
                .map(known -> new Known<>(known.value(), known.evidence().then(last)))
                .toList();
        if (all.isEmpty()) {
            return value;
        }
        return value instanceof Known<String> ? all.get(0) : new Value.Choice<>(all, value.isComplete());
    }

    /** One of both; a value that is not there is an option that cannot be told. */
    public static Value<String> either(Value<String> first, Value<String> second) {
        List<Known<String>> all = new ArrayList<>(first.candidates());
        second.candidates().stream()
                .filter(option -> all.stream().noneMatch(known -> known.value().equals(option.value())))
                .forEach(all::add);
        boolean isComplete = first.isComplete() && second.isComplete();
        if (all.isEmpty()) {
            return first;
        }
        if (all.size() == 1 && isComplete) {
            return all.get(0);
        }
        return all.size() <= MOST_OPTIONS
                ? new Value.Choice<>(all, isComplete)
                : new Value.Choice<>(all.subList(0, MOST_OPTIONS), false);
    }

    /** The value, or another one that cannot be told. */
    public static Value<String> perhaps(Value<String> value) {
        return value.candidates().isEmpty() ? value : new Value.Choice<>(value.candidates(), false);
    }

    /** What the function makes of each pair. */
    public static Value<String> combined(Value<String> first, Value<String> second, BinaryOperator<String> function) {
        List<Known<String>> all = new ArrayList<>();
        for (Known<String> left : first.candidates()) {
            for (Known<String> right : second.candidates()) {
                if (all.size() < MOST_OPTIONS) {
                    String text = function.apply(left.value(), right.value());
                    all.add(new Known<>(text, left.evidence().then(right.evidence())));
                }
            }
        }
        int pairs = first.candidates().size() * second.candidates().size();
        boolean isComplete = first.isComplete() && second.isComplete() && pairs == all.size();
        if (all.isEmpty()) {
            return first.candidates().isEmpty() ? first : second;
        }
        return all.size() == 1 && isComplete ? all.get(0) : new Value.Choice<>(all, isComplete);
    }
}

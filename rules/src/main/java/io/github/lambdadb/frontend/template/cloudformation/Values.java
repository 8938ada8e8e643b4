package io.github.lambdadb.frontend.template.cloudformation;

import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Value;
import io.github.lambdadb.value.Value.Choice;
import io.github.lambdadb.value.Value.Known;
import io.github.lambdadb.value.Value.Unknown;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What expressions come to, as values of facts. */
final class Values {
    private Values() {}

    /** The value; empty when the expression certainly comes to nothing. {@code what} is said of the expression. */
    static Optional<Value<String>> of(Alternatives<Text> texts, Evidence before, String what) {
        List<Known<String>> options = new ArrayList<>();
        for (Text text : texts.options()) {
            String shown = Holes.withoutDynamicReferences(text.text());
            options.add(new Known<>(shown, before.then(text.evidence(what))));
        }
        String reason =
                texts.obstacles().stream().findFirst().map(Obstacle::reason).orElse("");
        return of(options, texts.mayBeAbsent(), reason);
    }

    private static Optional<Value<String>> of(List<Known<String>> all, boolean mayBeAbsent, String reason) {
        if (all.isEmpty()) {
            return reason.isEmpty() ? Optional.empty() : Optional.of(new Unknown<>(reason));
        }
        Set<String> seen = new HashSet<>();
        List<Known<String>> options =
                all.stream().filter(option -> seen.add(option.value())).toList();
        boolean isComplete = !mayBeAbsent && reason.isEmpty();
        return Optional.of(isComplete && options.size() == 1 ? options.get(0) : new Choice<>(options, isComplete));
    }

    /** One of these, or nothing where one of them is empty. */
    static Optional<Value<String>> anyOf(List<Optional<Value<String>>> values) {
        List<Known<String>> options = new ArrayList<>();
        boolean mayBeAbsent = false;
        String reason = "";
        for (Optional<Value<String>> value : values) {
            value.ifPresent(present -> options.addAll(present.candidates()));
            mayBeAbsent |= value.isEmpty();
            if (value.isPresent() && !value.get().isComplete()) {
                reason = value.get() instanceof Unknown<String> unknown ? unknown.reason() : "a part is not known";
            }
        }
        return of(options, mayBeAbsent, reason);
    }
}

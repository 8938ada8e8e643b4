package io.github.lambdadb.rules.timeouts;

import io.github.lambdadb.facts.DeployedFunction;
import io.github.lambdadb.facts.DeployedFunction.Attribute;
import io.github.lambdadb.facts.LambdaFunction;
import io.github.lambdadb.facts.Trigger;
import io.github.lambdadb.facts.Trigger.Bound;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Value;
import io.github.lambdadb.value.Value.Known;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When an invocation ends whatever it waits for.
 *
 * @param after the shortest wait that is too long for it
 * @param text who ends it and when, as the end of a sentence
 * @param isSure whether the template says so
 */
record Deadline(Duration after, String text, boolean isSure, Evidence evidence) {
    /** Seconds, by the quotas of AWS Lambda. */
    private static final long BY_DEFAULT = 3;

    /** Those of a function: its timeout, and the caller's patience. */
    static List<Deadline> of(LambdaFunction function, Duration margin, int assumed) {
        List<Deadline> deadlines = new ArrayList<>();
        Optional<DeployedFunction> deployed = function.deployments().stream().findFirst();
        if (deployed.isEmpty()) {
            if (assumed > 0) {
                String text = "Lambda stops an invocation after %d s, which is assumed as no template was seen";
                deadlines.add(stop(assumed, margin, text.formatted(assumed), false, Evidence.none()));
            }
            return deadlines;
        }
        Optional<Value<String>> timeout = deployed.get().attribute(Attribute.TIMEOUT);
        if (timeout.isEmpty()) {
            deadlines.add(stop(
                    BY_DEFAULT,
                    margin,
                    "Lambda stops an invocation after 3 s by default, as no timeout is set",
                    true,
                    Evidence.of(deployed.get().location(), "the function is declared without a timeout")));
        }
        timeout.ifPresent(value -> shortest(value)
                .ifPresent(known -> deadlines.add(stop(
                        Long.parseLong(known.value()),
                        margin,
                        "Lambda stops an invocation after " + known.value() + " s",
                        value.isComplete() && value.candidates().size() == 1,
                        known.evidence()))));
        deployed.get().triggers().forEach(trigger -> waiting(trigger).ifPresent(deadlines::add));
        return deadlines;
    }

    private static Deadline stop(long seconds, Duration margin, String text, boolean isSure, Evidence evidence) {
        return new Deadline(Duration.ofSeconds(seconds).minus(margin), text, isSure, evidence);
    }

    private static Optional<Deadline> waiting(Trigger trigger) {
        return trigger.bound(Bound.WAITING_TIME)
                .flatMap(Deadline::shortest)
                .map(known -> new Deadline(
                        Duration.ofSeconds(Long.parseLong(known.value())).plusMillis(1),
                        "the API that calls the function waits " + known.value() + " s for its answer",
                        true,
                        known.evidence()));
    }

    private static Optional<Known<String>> shortest(Value<String> seconds) {
        return seconds.candidates().stream()
                .filter(known -> known.value().matches("\\d{1,5}"))
                .min(Comparator.comparingLong(known -> Long.parseLong(known.value())));
    }
}

package io.github.lambdadb.budget;

import io.github.lambdadb.facts.DeployedFunction;
import io.github.lambdadb.facts.DeployedFunction.Attribute;
import io.github.lambdadb.facts.LambdaFunction;
import io.github.lambdadb.facts.Trigger;
import io.github.lambdadb.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How many execution environments of a function there may be at once.
 *
 * @param bounds at least what is provisioned; at most what is reserved or what the triggers ask for at once
 * @param isBounded whether something other than the account's limit says at most how many
 * @param invocations how many invocations one environment runs at once
 */
public record Environments(Bounds bounds, boolean isBounded, int invocations) {
    private static final int MANAGED_MINIMUM = 3;

    /**
     * Of one function.
     *
     * @param account the account's limit that is left for functions without reserved concurrency
     */
    static Environments of(LambdaFunction function, long account) {
        return function.deployments().stream()
                .findFirst()
                .map(deployed -> of(deployed, account))
                .orElse(new Environments(
                        new Bounds(0, "no template was read", account, "limit of the account, assumed"), false, 1));
    }

    private static Environments of(DeployedFunction function, long account) {
        int invocations = number(function, Attribute.CONCURRENCY_PER_ENVIRONMENT)
                .orElse(1L)
                .intValue();
        List<Limit> limits = new ArrayList<>();
        number(function, Attribute.RESERVED_CONCURRENCY)
                .ifPresent(reserved -> limits.add(new Limit(reserved, "reserved concurrency")));
        number(function, Attribute.MAXIMUM_ENVIRONMENTS)
                .ifPresent(most -> limits.add(new Limit(most, "most environments of the template")));
        triggers(function.triggers()).ifPresent(limits::add);
        Limit least = limits.stream()
                .reduce((one, other) -> one.most() <= other.most() ? one : other)
                .orElse(new Limit(account, "limit of the account, assumed"));
        Limit ready = ready(function, invocations);
        return new Environments(
                new Bounds(Math.min(ready.most(), least.most()), ready.why(), least.most(), least.why()),
                !limits.isEmpty(),
                invocations);
    }

    private record Limit(long most, String why) {}

    private static Limit ready(DeployedFunction function, int invocations) {
        Optional<Long> provisioned = number(function, Attribute.PROVISIONED_CONCURRENCY);
        if (provisioned.isPresent()) {
            return new Limit(provisioned.get(), "provisioned concurrency");
        }
        Optional<Long> minimum = number(function, Attribute.MINIMUM_ENVIRONMENTS);
        if (minimum.isPresent()) {
            return new Limit(minimum.get(), "fewest environments of the template");
        }
        return invocations > 1
                        && function.attribute(Attribute.CONCURRENCY_PER_ENVIRONMENT)
                                .isPresent()
                ? new Limit(MANAGED_MINIMUM, "default minimum of managed instances")
                : new Limit(0, "none is provisioned");
    }

    /** What all triggers together ask for at once, if each of them is bounded. */
    private static Optional<Limit> triggers(List<Trigger> triggers) {
        long sum = 0;
        for (Trigger trigger : triggers) {
            Optional<Long> most = atOnce(trigger);
            if (most.isEmpty()) {
                return Optional.empty();
            }
            sum += most.get();
        }
        return triggers.isEmpty() ? Optional.empty() : Optional.of(new Limit(sum, "bound of its triggers"));
    }

    /** A schedule starts the next invocation when the one before is over, if the timeout is shorter than its rate. */
    private static Optional<Long> atOnce(Trigger trigger) {
        return switch (trigger.kind()) {
            case SCHEDULE -> Optional.of(1L);
            case SQS -> number(trigger.bound(Trigger.Bound.MAXIMUM_CONCURRENCY));
            default -> Optional.empty();
        };
    }

    static Optional<Long> number(DeployedFunction function, Attribute attribute) {
        return number(function.attribute(attribute));
    }

    private static Optional<Long> number(Optional<Value<String>> value) {
        return value.stream()
                .flatMap(present -> present.candidates().stream())
                .map(known -> known.value().strip())
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Long::valueOf)
                .max(Long::compare);
    }
}

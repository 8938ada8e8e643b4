package io.github.lambdadb.facts;

import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What calls a deployed function.
 *
 * @param kind what sort of thing
 * @param location where the template says so
 * @param bounds what bounds the number of invocations at once, or how long one may take; a bound that is not there is not set
 */
public record Trigger(Kind kind, Location location, Map<Bound, Value<String>> bounds) {
    /** What sort of thing calls. */
    public enum Kind {
        /** API Gateway, function URL, load balancer: a caller waits for each answer. */
        REQUEST,
        SQS,
        KINESIS,
        DYNAMODB,
        KAFKA,
        SCHEDULE,
        /** SNS, S3, EventBridge rules and others that invoke without waiting. */
        ASYNCHRONOUS,
        OTHER
    }

    /** What bounds the invocations. */
    public enum Bound {
        BATCH_SIZE,
        /** Of an SQS event source: most concurrent invocations. */
        MAXIMUM_CONCURRENCY,
        /** Of a stream: concurrent batches from each shard. */
        PARALLELIZATION_FACTOR,
        /** Seconds that the caller waits for an answer. */
        WAITING_TIME
    }

    public Trigger {
        bounds = Map.copyOf(bounds);
    }

    /** The same with one more bound. */
    public Trigger with(Bound bound, Value<String> value) {
        Map<Bound, Value<String>> more = new EnumMap<>(Bound.class);
        more.putAll(bounds);
        more.put(bound, value);
        return new Trigger(kind, location, more);
    }

    public Optional<Value<String>> bound(Bound bound) {
        return Optional.ofNullable(bounds.get(bound));
    }
}

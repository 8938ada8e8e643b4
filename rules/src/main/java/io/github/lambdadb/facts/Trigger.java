package io.github.lambdadb.facts;

import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import java.util.Map;
import java.util.Optional;

/**
 * What calls a deployed function.
 *
 * @param kind what sort of thing
 * @param location where the template says so
 * @param bounds what bounds the number of invocations at once; a bound that is not there is not set
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
        PARALLELIZATION_FACTOR
    }

    public Trigger {
        bounds = Map.copyOf(bounds);
    }

    public Optional<Value<String>> bound(Bound bound) {
        return Optional.ofNullable(bounds.get(bound));
    }
}

package io.github.lambdadb.frontend.template.serverless;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.facts.Trigger;
import io.github.lambdadb.facts.Trigger.Bound;
import io.github.lambdadb.facts.Trigger.Kind;
import io.github.lambdadb.frontend.template.ApiGateways;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import io.github.lambdadb.value.Value.Known;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the events of functions. */
final class EventReader {
    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("http", Kind.REQUEST),
            Map.entry("httpApi", Kind.REQUEST),
            Map.entry("websocket", Kind.REQUEST),
            Map.entry("alb", Kind.REQUEST),
            Map.entry("sqs", Kind.SQS),
            Map.entry("kafka", Kind.KAFKA),
            Map.entry("msk", Kind.KAFKA),
            Map.entry("schedule", Kind.SCHEDULE),
            Map.entry("sns", Kind.ASYNCHRONOUS),
            Map.entry("s3", Kind.ASYNCHRONOUS),
            Map.entry("eventBridge", Kind.ASYNCHRONOUS),
            Map.entry("cloudwatchEvent", Kind.ASYNCHRONOUS),
            Map.entry("cloudwatchLog", Kind.ASYNCHRONOUS),
            Map.entry("iot", Kind.ASYNCHRONOUS));

    private static final Map<Bound, String> BOUNDS = Map.of(
            Bound.BATCH_SIZE, "batchSize",
            Bound.MAXIMUM_CONCURRENCY, "maximumConcurrency",
            Bound.PARALLELIZATION_FACTOR, "parallelizationFactor");

    private final Service service;

    EventReader(Service service) {
        this.service = service;
    }

    List<Trigger> of(Node.Scalar key, Answer function) {
        List<Trigger> all = new ArrayList<>();
        for (Answer event : service.items(service.below(function, "events"))) {
            if (event.mapping().isPresent()) {
                service.entries(event).all().forEach((kind, said) -> add(all, kind.text(), kind.location(), said));
            } else if (event instanceof Answer.Found found && found.node() instanceof Node.Scalar kind) {
                add(all, kind.text(), kind.location(), new Answer.Nothing());
            } else {
                service.gap(key.location(), "An event of the function '" + key.text() + "' is not understood.");
            }
        }
        Answer url = service.below(function, "url");
        if (!url.isNothing() && !is(url, "false")) {
            all.add(new Trigger(Kind.REQUEST, place(url, key.location()), Map.of()));
        }
        return all;
    }

    private void add(List<Trigger> all, String kind, Location location, Answer said) {
        boolean isOff = is(service.below(said, "enabled"), "false");
        if (!isOff) {
            Trigger trigger = new Trigger(kind(kind, said), location, bounds(said));
            boolean waits = !is(service.below(said, "async"), "true");
            all.add(waits ? ApiGateways.waiting(trigger, kind) : trigger);
        }
    }

    private Kind kind(String name, Answer said) {
        if (!name.equals("stream")) {
            return KINDS.getOrDefault(name, Kind.OTHER);
        }
        String type = text(service.below(said, "type"));
        String arn = said.mapping().isPresent() && !service.below(said, "arn").isNothing()
                ? text(service.below(said, "arn"))
                : text(said);
        boolean isDynamo = type.equals("dynamodb")
                || (type.isEmpty() && (arn.contains(":dynamodb:") || arn.endsWith(".StreamArn}")));
        return isDynamo ? Kind.DYNAMODB : Kind.KINESIS;
    }

    private Map<Bound, Value<String>> bounds(Answer said) {
        Map<Bound, Value<String>> all = new EnumMap<>(Bound.class);
        if (said.mapping().isPresent()) {
            BOUNDS.forEach(
                    (bound, name) -> service.text(service.below(said, name)).ifPresent(value -> all.put(bound, value)));
        }
        return all;
    }

    private boolean is(Answer answer, String text) {
        return text(answer).equals(text);
    }

    private String text(Answer answer) {
        Optional<Value<String>> value = service.text(answer);
        return value.isPresent() && value.get() instanceof Known<String> known ? known.value() : "";
    }

    private static Location place(Answer answer, Location otherwise) {
        return answer instanceof Answer.Found found ? found.node().location() : otherwise;
    }
}

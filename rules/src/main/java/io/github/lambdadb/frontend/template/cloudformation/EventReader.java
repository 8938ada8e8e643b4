package io.github.lambdadb.frontend.template.cloudformation;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.facts.Trigger;
import io.github.lambdadb.facts.Trigger.Bound;
import io.github.lambdadb.facts.Trigger.Kind;
import io.github.lambdadb.frontend.template.ApiGateways;
import io.github.lambdadb.value.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the events of SAM's functions. */
final class EventReader {
    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("Api", Kind.REQUEST),
            Map.entry("HttpApi", Kind.REQUEST),
            Map.entry("AlexaSkill", Kind.REQUEST),
            Map.entry("Cognito", Kind.REQUEST),
            Map.entry("SQS", Kind.SQS),
            Map.entry("Kinesis", Kind.KINESIS),
            Map.entry("DynamoDB", Kind.DYNAMODB),
            Map.entry("MSK", Kind.KAFKA),
            Map.entry("SelfManagedKafka", Kind.KAFKA),
            Map.entry("Schedule", Kind.SCHEDULE),
            Map.entry("ScheduleV2", Kind.SCHEDULE),
            Map.entry("SNS", Kind.ASYNCHRONOUS),
            Map.entry("S3", Kind.ASYNCHRONOUS),
            Map.entry("EventBridgeRule", Kind.ASYNCHRONOUS),
            Map.entry("CloudWatchEvent", Kind.ASYNCHRONOUS),
            Map.entry("CloudWatchLogs", Kind.ASYNCHRONOUS),
            Map.entry("IoTRule", Kind.ASYNCHRONOUS));

    private EventReader() {}

    static List<Trigger> triggers(FunctionProperties properties) {
        List<Trigger> triggers = new ArrayList<>();
        Section events = properties.own().below("Events");
        for (String key : events.keys()) {
            Section event = events.below(key);
            Section inner = event.below("Properties");
            if (events.location(key).isPresent() && !isOff(inner)) {
                triggers.add(ApiGateways.waiting(
                        new Trigger(kind(event, inner), events.location(key).get(), bounds(inner)), type(event)));
            }
        }
        Section urls = properties.layer("FunctionUrlConfig");
        urls.location("FunctionUrlConfig").ifPresent(at -> triggers.add(new Trigger(Kind.REQUEST, at, Map.of())));
        return triggers;
    }

    private static Kind kind(Section event, Section properties) {
        String type = type(event);
        // a topic may put its messages into a queue that SAM makes
        boolean isQueue = type.equals("SNS")
                && properties.shapes("SqsSubscription").options().stream().anyMatch(EventReader::asksForQueue);
        return isQueue ? Kind.SQS : KINDS.getOrDefault(type, Kind.OTHER);
    }

    private static String type(Section event) {
        return event.texts("Type").options().stream()
                .findFirst()
                .map(Text::text)
                .orElse("");
    }

    private static boolean asksForQueue(Node subscription) {
        return subscription.asMapping().isPresent()
                || subscription
                        .asScalar()
                        .filter(flag -> flag.text().equalsIgnoreCase("true"))
                        .isPresent();
    }

    /** Whether the template says that it does not call for now. */
    static boolean isOff(Section properties) {
        return says(properties, "Enabled", "false") || says(properties, "State", "DISABLED");
    }

    private static boolean says(Section properties, String key, String text) {
        Alternatives<Text> state = properties.texts(key);
        return state.obstacles().isEmpty()
                && !state.mayBeAbsent()
                && state.options().stream().allMatch(option -> option.text().equalsIgnoreCase(text));
    }

    static Map<Bound, Value<String>> bounds(Section properties) {
        Map<Bound, Value<String>> bounds = new EnumMap<>(Bound.class);
        put(bounds, Bound.BATCH_SIZE, properties.text("BatchSize"));
        put(bounds, Bound.MAXIMUM_CONCURRENCY, properties.text("ScalingConfig", "MaximumConcurrency"));
        put(bounds, Bound.PARALLELIZATION_FACTOR, properties.text("ParallelizationFactor"));
        return bounds;
    }

    private static void put(Map<Bound, Value<String>> bounds, Bound bound, Optional<Value<String>> value) {
        value.ifPresent(present -> bounds.put(bound, present));
    }
}

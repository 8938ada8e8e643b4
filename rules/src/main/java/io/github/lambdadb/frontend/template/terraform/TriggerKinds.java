package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.facts.Trigger.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What sort of thing calls, by what the template calls it. */
final class TriggerKinds {
    /** What the type, the module or the ARN of an event source contains. */
    private static final Map<String, Kind> SOURCES = Map.of(
            "sqs",
            Kind.SQS,
            "kinesis",
            Kind.KINESIS,
            "dynamodb",
            Kind.DYNAMODB,
            "msk",
            Kind.KAFKA,
            "kafka",
            Kind.KAFKA);

    /** The services that a permission names; what follows their first dot is taken off. */
    private static final Map<String, Kind> PRINCIPALS = Map.ofEntries(
            Map.entry("apigateway", Kind.REQUEST),
            Map.entry("elasticloadbalancing", Kind.REQUEST),
            Map.entry("vpc-lattice", Kind.REQUEST),
            Map.entry("scheduler", Kind.SCHEDULE),
            Map.entry("sqs", Kind.SQS),
            Map.entry("kinesis", Kind.KINESIS),
            Map.entry("dynamodb", Kind.DYNAMODB),
            Map.entry("kafka", Kind.KAFKA),
            Map.entry("sns", Kind.ASYNCHRONOUS),
            Map.entry("s3", Kind.ASYNCHRONOUS),
            Map.entry("logs", Kind.ASYNCHRONOUS),
            Map.entry("iot", Kind.ASYNCHRONOUS),
            Map.entry("ses", Kind.ASYNCHRONOUS),
            Map.entry("codecommit", Kind.ASYNCHRONOUS),
            Map.entry("config", Kind.ASYNCHRONOUS));

    private TriggerKinds() {}

    static Kind ofMapping(Term source, Inventory inventory, boolean hasTopics) {
        if (hasTopics) {
            return Kind.KAFKA;
        }
        List<String> names = Stream.concat(
                        inventory.sources(source).stream().map(Resource::type),
                        texts(source).map(TriggerKinds::service))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        return SOURCES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(entry -> names.stream().anyMatch(name -> name.contains(entry.getKey())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Kind.OTHER);
    }

    /** The service of an ARN, the type of a reference. */
    private static String service(String text) {
        String[] parts = text.split(":", 4);
        if (text.startsWith("arn:") && parts.length == 4) {
            return parts[2];
        }
        return text.startsWith("${") ? text : "";
    }

    private static Stream<String> texts(Term term) {
        return term.text().candidates().stream().map(known -> known.value());
    }

    /** A rule of EventBridge with a schedule, or one that waits for events. */
    static Kind ofRule(Term rule, Inventory inventory) {
        boolean isSchedule = inventory.meant(rule, "aws_cloudwatch_event_rule").stream()
                .anyMatch(resource -> !resource.argument("schedule_expression").isNothing());
        return isSchedule ? Kind.SCHEDULE : Kind.ASYNCHRONOUS;
    }

    static Kind ofPrincipal(Term principal, Term source, Inventory inventory) {
        String service = Texts.exact(principal).orElse("").replaceFirst("\\..*$", "");
        return service.equals("events") ? ofRule(source, inventory) : PRINCIPALS.getOrDefault(service, Kind.OTHER);
    }

    /** One of the callers that the module of a registry allows: it has a principal, a short name of a service or only a key. */
    static Kind ofAllowed(Term allowed, Inventory inventory) {
        Optional<String> service = Texts.exact(allowed.member("service"));
        Term source = allowed.member("source_arn");
        if (service.isPresent()) {
            return service.get().equals("events")
                    ? ofRule(source, inventory)
                    : PRINCIPALS.getOrDefault(service.get(), Kind.OTHER);
        }
        return ofPrincipal(allowed.member("principal"), source, inventory);
    }
}

package io.github.lambdadb.frontend.template.cloudformation;

import io.github.lambdadb.facts.Trigger.Kind;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What sort of source an event source mapping reads, and who a permission lets call. */
final class EventSources {
    private static final Map<String, Kind> SERVICES = Map.of(
            ":sqs:", Kind.SQS,
            ":kinesis:", Kind.KINESIS,
            ":dynamodb:", Kind.DYNAMODB,
            ":kafka:", Kind.KAFKA);

    private static final Map<String, Kind> TYPES = Map.of(
            "AWS::SQS::", Kind.SQS,
            "AWS::Kinesis::", Kind.KINESIS,
            "AWS::DynamoDB::", Kind.DYNAMODB,
            "AWS::Serverless::SimpleTable", Kind.DYNAMODB,
            "AWS::MSK::", Kind.KAFKA);

    private static final Map<String, Kind> PRINCIPALS = Map.ofEntries(
            Map.entry("apigateway.", Kind.REQUEST),
            Map.entry("elasticloadbalancing.", Kind.REQUEST),
            Map.entry("appsync.", Kind.REQUEST),
            Map.entry("cognito-idp.", Kind.REQUEST),
            Map.entry("lex", Kind.REQUEST),
            Map.entry("alexa-", Kind.REQUEST),
            Map.entry("scheduler.", Kind.SCHEDULE),
            Map.entry("events.", Kind.ASYNCHRONOUS),
            Map.entry("s3.", Kind.ASYNCHRONOUS),
            Map.entry("sns.", Kind.ASYNCHRONOUS),
            Map.entry("logs.", Kind.ASYNCHRONOUS),
            Map.entry("iot.", Kind.ASYNCHRONOUS),
            Map.entry("ses.", Kind.ASYNCHRONOUS));

    private final Estate estate;

    EventSources(Estate estate) {
        this.estate = estate;
    }

    Kind kind(Section mapping) {
        if (mapping.has("SelfManagedEventSource") || mapping.has("Topics")) {
            return Kind.KAFKA;
        }
        return mapping.texts("EventSourceArn").options().stream()
                .map(Text::text)
                .flatMap(arn -> kind(arn).stream())
                .findFirst()
                .orElse(Kind.OTHER);
    }

    private Optional<Kind> kind(String arn) {
        Stream<Kind> byResource = Holes.names(arn).stream()
                .flatMap(hole -> estate.referred(hole).stream())
                .flatMap(place -> first(TYPES, place.type(), true));
        return Stream.concat(byResource, first(SERVICES, arn, false)).findFirst();
    }

    Kind principal(Section permission) {
        if (permission.has("FunctionUrlAuthType")) {
            return Kind.REQUEST;
        }
        String principal = text(permission, "Principal");
        Kind kind = first(PRINCIPALS, principal, true).findFirst().orElse(Kind.OTHER);
        return principal.startsWith("events.") && isTimed(permission) ? Kind.SCHEDULE : kind;
    }

    private boolean isTimed(Section permission) {
        return Holes.names(text(permission, "SourceArn")).stream()
                .flatMap(hole -> estate.referred(hole).stream())
                .anyMatch(rule -> rule.properties().has("ScheduleExpression"));
    }

    private static String text(Section section, String key) {
        return section.texts(key).options().stream().findFirst().map(Text::text).orElse("");
    }

    private static Stream<Kind> first(Map<String, Kind> kinds, String text, boolean atStart) {
        return kinds.entrySet().stream()
                .filter(entry -> atStart ? text.startsWith(entry.getKey()) : text.contains(entry.getKey()))
                .map(Map.Entry::getValue);
    }
}

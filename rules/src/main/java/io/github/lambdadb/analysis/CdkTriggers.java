package io.github.lambdadb.analysis;

import io.github.lambdadb.document.Node.Entry;
import io.github.lambdadb.document.Node.Mapping;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What calls a function of a CDK program, as the events of a function of AWS SAM. */
final class CdkTriggers {
    private static final String LAMBDA = CdkCalls.PACKAGE + "services.lambda.";

    /** Sources that are added to a function. */
    private static final Map<String, String> SOURCES = Map.of(
            LAMBDA + "eventsources.SqsEventSource", "SQS",
            LAMBDA + "eventsources.KinesisEventSource", "Kinesis",
            LAMBDA + "eventsources.DynamoEventSource", "DynamoDB",
            LAMBDA + "eventsources.ManagedKafkaEventSource", "MSK",
            LAMBDA + "eventsources.SelfManagedKafkaEventSource", "SelfManagedKafka",
            LAMBDA + "eventsources.SnsEventSource", "SNS",
            LAMBDA + "eventsources.S3EventSource", "S3",
            LAMBDA + "eventsources.ApiEventSource", "Api");

    /** Objects that are given the function that they call. */
    private static final Map<String, String> CALLERS = Map.of(
            CdkCalls.PACKAGE + "services.apigateway.LambdaRestApi", "Api",
            CdkCalls.PACKAGE + "services.apigateway.LambdaIntegration", "Api",
            CdkCalls.PACKAGE + "aws_apigatewayv2_integrations.HttpLambdaIntegration", "HttpApi",
            CdkCalls.PACKAGE + "services.events.targets.LambdaFunction", "EventBridgeRule",
            CdkCalls.PACKAGE + "services.s3.notifications.LambdaDestination", "S3",
            CdkCalls.PACKAGE + "services.sns.subscriptions.LambdaSubscription", "SNS");

    private final CdkCalls cdk;
    private final CdkEntries entries;

    CdkTriggers(CdkCalls cdk, CdkEntries entries) {
        this.cdk = cdk;
        this.entries = entries;
    }

    /** The events; none when nothing was seen that calls it. */
    Optional<Mapping> events(HeapObject function) {
        List<Entry> events = new ArrayList<>();
        cdk.added(function, "addEventSource").forEach(added -> {
            if (added.getValue() instanceof Term.Reference source) {
                add(events, SOURCES.getOrDefault(source.object().type(), "Other"), source.object());
            }
        });
        for (HeapObject object : cdk.all()) {
            String type = CALLERS.get(object.type());
            if (type != null && calls(object, function)) {
                add(events, type, object);
            }
        }
        return events.isEmpty() ? Optional.empty() : Optional.of(new Mapping(events, "", function.site()));
    }

    private boolean calls(HeapObject caller, HeapObject function) {
        Term own = new Term.Reference(function);
        return cdk.given(caller, "handler").equals(own)
                || cdk.argument(caller, 0).equals(own)
                || cdk.argument(caller, 1).equals(own);
    }

    private void add(List<Entry> events, String type, HeapObject source) {
        Location at = source.site();
        List<Entry> properties = new ArrayList<>();
        entries.put(properties, "BatchSize", source, "batchSize", Texts::shown);
        entries.put(properties, "ParallelizationFactor", source, "parallelizationFactor", Texts::shown);
        entries.put(properties, "Enabled", source, "enabled", Texts::shown);
        List<Entry> scaling = new ArrayList<>();
        entries.put(scaling, "MaximumConcurrency", source, "maxConcurrency", Texts::shown);
        if (!scaling.isEmpty()) {
            properties.add(CdkEntries.entry("ScalingConfig", new Mapping(scaling, "", at), at));
        }
        List<Entry> event = List.of(
                CdkEntries.entry("Type", CdkEntries.scalar(type, at), at),
                CdkEntries.entry("Properties", new Mapping(properties, "", at), at));
        events.add(CdkEntries.entry("Event" + events.size(), new Mapping(event, "", at), at));
    }
}

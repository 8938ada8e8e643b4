package io.github.lambdadb.frontend.template;

import io.github.lambdadb.facts.Trigger;
import io.github.lambdadb.facts.Trigger.Bound;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Value.Known;
import java.util.Map;

/** How long an API of API Gateway waits for a function: its quotas for integrations, by what the formats call an API. */
public final class ApiGateways {
    private static final String REST = "29";
    private static final String HTTP = "30";

    private static final Map<String, String> SECONDS = Map.ofEntries(
            Map.entry("Api", REST),
            Map.entry("HttpApi", HTTP),
            Map.entry("AWS::ApiGateway::Method", REST),
            Map.entry("AWS::ApiGateway::RestApi", REST),
            Map.entry("AWS::Serverless::Api", REST),
            Map.entry("AWS::Serverless::HttpApi", HTTP),
            Map.entry("AWS::ApiGatewayV2::Api", HTTP),
            Map.entry("AWS::ApiGatewayV2::Integration", HTTP),
            Map.entry("aws_api_gateway_integration", REST),
            Map.entry("aws_apigatewayv2_integration", HTTP),
            Map.entry("http", REST),
            Map.entry("httpApi", HTTP));

    private ApiGateways() {}

    /** The trigger with the time that its caller waits, if a template calls an API what stands there. */
    public static Trigger waiting(Trigger trigger, String caller) {
        String seconds = SECONDS.get(caller);
        return seconds == null
                ? trigger
                : trigger.with(
                        Bound.WAITING_TIME,
                        new Known<>(
                                seconds,
                                Evidence.of(trigger.location(), "an API calls it, which waits " + seconds + " s")));
    }
}

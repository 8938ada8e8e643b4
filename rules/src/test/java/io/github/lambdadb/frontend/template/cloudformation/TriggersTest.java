package io.github.lambdadb.frontend.template.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TriggersTest {
    @TempDir
    Path folder;

    @Test
    void areEventsOfSam() {
        Reading reading = Reading.of(folder, """
                Resources:
                  Fn:
                    Type: AWS::Serverless::Function
                    Properties:
                      FunctionUrlConfig: {AuthType: NONE}
                      Events:
                        Get: {Type: Api}
                        Queue:
                          Type: SQS
                          Properties: {BatchSize: 10, ScalingConfig: {MaximumConcurrency: 4}}
                        Stream:
                          Type: Kinesis
                          Properties: {ParallelizationFactor: 2}
                        Off: {Type: SQS, Properties: {Enabled: false}}
                        Topic: {Type: SNS}
                        ByQueue: {Type: SNS, Properties: {SqsSubscription: true}}
                        Daily: {Type: ScheduleV2}
                        New: {Type: Unheard}
                """);
        assertThat(Reading.show(reading.function("Fn").triggers()))
                .containsExactly(
                        "REQUEST 7[WAITING_TIME=29]",
                        "SQS 9[BATCH_SIZE=10, MAXIMUM_CONCURRENCY=4]",
                        "KINESIS 12[PARALLELIZATION_FACTOR=2]",
                        "ASYNCHRONOUS 15[]",
                        "SQS 16[]",
                        "SCHEDULE 17[]",
                        "OTHER 18[]",
                        "REQUEST 5[]");
    }

    static Stream<Arguments> callers() {
        return Stream.of(
                Arguments.of(
                        "AWS::Lambda::EventSourceMapping",
                        "{FunctionName: !Ref Fn, EventSourceArn: !GetAtt Queue.Arn, BatchSize: 3}",
                        "SQS 4[BATCH_SIZE=3]"),
                Arguments.of(
                        "AWS::Lambda::EventSourceMapping",
                        "{FunctionName: !Sub '${Fn.Arn}:live', EventSourceArn: 'arn:aws:dynamodb:r:1:table/t/stream/x'}",
                        "DYNAMODB 4[]"),
                Arguments.of(
                        "AWS::Lambda::EventSourceMapping",
                        "{FunctionName: orders, SelfManagedEventSource: {}}",
                        "KAFKA 4[]"),
                Arguments.of("AWS::Lambda::EventSourceMapping", "{FunctionName: !Ref Alias, Queues: [q]}", "OTHER 4[]"),
                Arguments.of("AWS::Lambda::Url", "{TargetFunctionArn: !Ref Fn}", "REQUEST 4[]"),
                Arguments.of(
                        "AWS::Events::Rule",
                        "{ScheduleExpression: rate(1 day), Targets: [{Arn: !GetAtt Fn.Arn}]}",
                        "SCHEDULE 4[]"),
                Arguments.of("AWS::Events::Rule", "{Targets: [{Arn: !GetAtt Fn.Arn}]}", "ASYNCHRONOUS 4[]"),
                Arguments.of("AWS::Events::Rule", "{State: DISABLED, Targets: [{Arn: !GetAtt Fn.Arn}]}", ""),
                Arguments.of(
                        "AWS::ApiGateway::Method",
                        "{Integration: {Uri: !Sub 'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/${Fn.Arn}/x'}}",
                        "REQUEST 4[WAITING_TIME=29]"),
                Arguments.of(
                        "AWS::ApiGatewayV2::Integration",
                        "{IntegrationUri: !GetAtt Fn.Arn}",
                        "REQUEST 4[WAITING_TIME=30]"),
                Arguments.of(
                        "AWS::Lambda::Permission",
                        "{FunctionName: !GetAtt Fn.Arn, Principal: s3.amazonaws.com}",
                        "ASYNCHRONOUS 4[]"),
                Arguments.of(
                        "AWS::Lambda::Permission",
                        "{FunctionName: !Ref Fn, Principal: events.amazonaws.com, SourceArn: !GetAtt Nightly.Arn}",
                        "SCHEDULE 4[]"),
                Arguments.of("Custom::Migration", "{ServiceToken: !GetAtt Fn.Arn}", "OTHER 4[]"),
                Arguments.of("AWS::CloudWatch::Alarm", "{Dimensions: [{Value: !Ref Fn}]}", ""));
    }

    @ParameterizedTest
    @MethodSource("callers")
    void areOtherResources(String type, String properties, String expected) {
        Reading reading = Reading.of(folder, """
                Resources:
                  Fn: {Type: AWS::Lambda::Function, Properties: {FunctionName: orders}}
                  Alias: {Type: AWS::Lambda::Alias, Properties: {FunctionName: !Ref Fn}}
                  Caller: {Type: '%s', Properties: %s}
                  Queue: {Type: AWS::SQS::Queue}
                  Nightly: {Type: AWS::Events::Rule, Properties: {ScheduleExpression: rate(1 day)}}
                """.formatted(type, properties));
        assertThat(String.join(" ", Reading.show(reading.function("Fn").triggers())))
                .isEqualTo(expected);
    }

    @Test
    void areNotToldTwiceWhenTheyAreAlsoPermitted() {
        Reading reading = Reading.of(folder, """
                Resources:
                  Fn: {Type: AWS::Lambda::Function}
                  Url: {Type: AWS::Lambda::Url, Properties: {TargetFunctionArn: !Ref Fn}}
                  Permission:
                    Type: AWS::Lambda::Permission
                    Properties: {FunctionName: !Ref Fn, Principal: '*', FunctionUrlAuthType: NONE}
                """);
        assertThat(Reading.show(reading.function("Fn").triggers())).containsExactly("REQUEST 3[]");
    }
}

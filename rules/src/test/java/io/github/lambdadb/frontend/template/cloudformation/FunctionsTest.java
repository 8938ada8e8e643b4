package io.github.lambdadb.frontend.template.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.DeployedFunction;
import io.github.lambdadb.facts.DeployedFunction.Attribute;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FunctionsTest {
    @TempDir
    Path folder;

    @Test
    void ofSamTakeWhatGlobalsSetAndOverrideIt() {
        Reading reading = Reading.of(folder, """
                Transform: AWS::Serverless-2016-10-31
                Globals:
                  Function:
                    Runtime: java21
                    Timeout: 30
                    Layers: [!Ref Common]
                    SnapStart: {ApplyOn: PublishedVersions}
                    Environment:
                      Variables:
                        A: global
                        B: global
                Resources:
                  Fn:
                    Type: AWS::Serverless::Function
                    Properties:
                      Timeout: 10
                      CodeUri: target/app.jar
                      Handler: a.B::c
                      Tracing: Active
                      Layers: ["arn:aws:lambda:eu-west-1:123456789012:layer:Insights:14"]
                      ReservedConcurrentExecutions: 5
                      ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: 2}
                      Environment:
                        Variables:
                          B: own
                  Plain:
                    Type: AWS::Lambda::Function
                """);
        DeployedFunction function = reading.function("Fn");
        assertThat(Reading.show(function.attributes()))
                .containsExactly(
                        "CODE=target/app.jar",
                        "HANDLER=a.B::c",
                        "LAYERS=${Common},Insights",
                        "PROVISIONED_CONCURRENCY=2",
                        "RESERVED_CONCURRENCY=5",
                        "RUNTIME=java21",
                        "SNAP_START=PublishedVersions",
                        "TIMEOUT=10",
                        "TRACING=Active");
        assertThat(Reading.show(function.environment())).containsExactly("A=global", "B=own");
        assertThat(Reading.steps(function.environment().get("A"))).isEqualTo("13 10");
        assertThat(Reading.steps(function.attributes().get(Attribute.RUNTIME))).isEqualTo("13 4");
        assertThat(reading.function("Plain").attributes()).isEmpty();
        assertThat(reading.function("Plain").environmentComplete()).isTrue();
        assertThat(reading.gaps()).isEmpty();
    }

    @Test
    void ofLambdasOwnTypeAreReadFromJson() {
        Reading reading = Reading.of(folder, Map.of("cdk.out/App.template.json", """
                        {"Resources": {
                          "FnABC": {
                            "Type": "AWS::Lambda::Function",
                            "Properties": {
                              "FunctionName": "orders", "Code": {"S3Bucket": "b", "S3Key": "k"},
                              "Handler": "a.B", "MemorySize": 1024, "TracingConfig": {"Mode": "PassThrough"},
                              "Environment": {"Variables": {"URL": {"Fn::Join": ["", [
                                "jdbc:postgresql://", {"Fn::GetAtt": ["Db", "Endpoint.Address"]}, "/x"]]}}}
                            },
                            "Metadata": {"aws:asset:path": "asset.123", "aws:asset:property": "Code"}
                          },
                          "FnAlias": {"Type": "AWS::Lambda::Alias", "Properties": {
                            "FunctionName": {"Ref": "FnABC"}, "Name": "live",
                            "ProvisionedConcurrencyConfig": {"ProvisionedConcurrentExecutions": 3}}}
                        }}
                        """));
        DeployedFunction function = reading.function("FnABC");
        assertThat(function.location().line()).isEqualTo(2);
        assertThat(Reading.show(function.attributes()))
                .containsExactly(
                        "CODE=cdk.out/asset.123",
                        "FUNCTION_NAME=orders",
                        "HANDLER=a.B",
                        "MEMORY=1024",
                        "PROVISIONED_CONCURRENCY=3",
                        "TRACING=PassThrough");
        assertThat(Reading.show(function.environment()))
                .containsExactly("URL=jdbc:postgresql://${Db.Endpoint.Address}/x");
    }

    static Stream<Arguments> attributes() {
        return Stream.of(
                Arguments.of("CodeUri: .", "CODE=services/orders"),
                Arguments.of("CodeUri: ../..", "CODE=."),
                Arguments.of("CodeUri: ../../..", "CODE=? the code lies outside of what is read"),
                Arguments.of("CodeUri: 's3://bucket/key'", ""),
                Arguments.of("CodeUri: {Bucket: b, Key: k}", ""),
                Arguments.of(
                        "CodeUri: !If [C, target/a.jar, target/b.jar]",
                        "CODE=services/orders/target/a.jar|services/orders/target/b.jar"),
                Arguments.of(
                        "PackageType: Image, ImageConfig: {Command: [a.B::c]}", "HANDLER=a.B::c PACKAGE_TYPE=Image"),
                Arguments.of("Timeout: !Ref Later", "TIMEOUT=${Later}"),
                Arguments.of("Timeout:", ""),
                Arguments.of("Timeout: [1]", "TIMEOUT=? a single text is expected here"),
                Arguments.of(
                        "SnapStart: !If [C, {ApplyOn: PublishedVersions}, !Ref 'AWS::NoValue']",
                        "SNAP_START=PublishedVersions|…"),
                Arguments.of("SnapStart: 5", "SNAP_START=? keys with values are expected here"),
                Arguments.of("Layers: !If [C, [a], [a, b]]", "LAYERS=a|a,b"),
                Arguments.of("Layers: []", ""),
                Arguments.of(
                        "CapacityProviderConfig: {PerExecutionEnvironmentMaxConcurrency: 8}",
                        "CONCURRENCY_PER_ENVIRONMENT=8"),
                Arguments.of(
                        "CapacityProviderConfig: {LambdaManagedInstancesCapacityProviderConfig: "
                                + "{ExecutionEnvironmentMemoryGiBPerVCpu: 2}}, MemorySize: 4096",
                        "CONCURRENCY_PER_ENVIRONMENT=64 MEMORY=4096"),
                Arguments.of(
                        "CapacityProviderConfig: {Arn: x}",
                        "CONCURRENCY_PER_ENVIRONMENT=? the default is 32 for each virtual processor"));
    }

    @Test
    void ofTheWebAnswerSeveralRequestsAtOnce() {
        String template = """
                Resources:
                  Fn: {Type: AWS::Lambda::Function, Properties: {Timeout: 9}}
                  Alone: {Type: AWS::Lambda::Function, Properties: {Timeout: 9}}
                  Web:
                    Type: AWS::Lambda::WebFunctionEndpoint
                    Properties: {FunctionName: !Ref Fn, ScalingConfig: {%s}}
                """;
        assertThat(attributes(template.formatted("MaxEnvironments: 20"), "Fn"))
                .isEqualTo("[CONCURRENCY_PER_ENVIRONMENT=64, MAXIMUM_ENVIRONMENTS=20, TIMEOUT=9]");
        assertThat(attributes(template.formatted("MaxConcurrencyPerEnvironment: 8"), "Fn"))
                .isEqualTo("[CONCURRENCY_PER_ENVIRONMENT=8, TIMEOUT=9]");
        assertThat(attributes(template.formatted(""), "Alone")).isEqualTo("[TIMEOUT=9]");
    }

    private String attributes(String template, String function) {
        return "" + Reading.show(Reading.of(folder, template).function(function).attributes());
    }

    @ParameterizedTest
    @MethodSource("attributes")
    void haveWhatTheTemplateSaysOfThem(String properties, String expected) {
        String template = """
                Resources:
                  Fn:
                    Type: AWS::Serverless::Function
                    Properties: {%s}
                """.formatted(properties);
        Reading reading = Reading.of(folder, Map.of("services/orders/template.yaml", template));
        assertThat(String.join(" ", Reading.show(reading.function("Fn").attributes())))
                .isEqualTo(expected);
    }

    static Stream<Arguments> environments() {
        return Stream.of(
                Arguments.of("{Variables: {A: 1}}", "[A=1] true"),
                Arguments.of("{Variables: !If [C, {A: 1}, {A: 2, B: 3}]}", "[A=1|2, B=3|…] true"),
                Arguments.of("!If [C, {Variables: {A: 1}}, !Ref 'AWS::NoValue']", "[A=1|…] true"),
                Arguments.of("{Variables: !GetAtt Macro.Values}", "[] false"),
                Arguments.of("{Variables: {'Fn::Transform': {Name: M}}}", "[] false"),
                Arguments.of("{Variables: {A: 1, 'Fn::ForEach::L': [X, [a], {}]}}", "[A=1] false"),
                Arguments.of("wrong", "[] false"));
    }

    @ParameterizedTest
    @MethodSource("environments")
    void haveVariables(String environment, String expected) {
        String template = """
                Resources:
                  Fn:
                    Type: AWS::Lambda::Function
                    Properties:
                      Environment: %s
                """.formatted(environment);
        Reading reading = Reading.of(folder, template);
        DeployedFunction function = reading.function("Fn");
        assertThat(Reading.show(function.environment()) + " " + function.environmentComplete())
                .isEqualTo(expected);
        assertThat(reading.gaps().isEmpty()).isEqualTo(function.environmentComplete());
    }

    @Test
    void keepReadyWhatScalingMayNotGoBelow() {
        Reading reading = Reading.of(folder, """
                Resources:
                  Fn: {Type: AWS::Serverless::Function, Properties: {AutoPublishAlias: live}}
                  Scaling:
                    Type: AWS::ApplicationAutoScaling::ScalableTarget
                    Properties: {ResourceId: !Sub 'function:${Fn}:live', MinCapacity: 4, MaxCapacity: 9}
                """);
        assertThat(Reading.show(reading.function("Fn").attributes())).containsExactly("PROVISIONED_CONCURRENCY=4");
    }
}

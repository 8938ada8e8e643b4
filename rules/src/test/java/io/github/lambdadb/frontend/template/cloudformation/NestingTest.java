package io.github.lambdadb.frontend.template.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.DeployedDatabase;
import io.github.lambdadb.facts.DeployedFunction;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NestingTest {
    private static final String ROOT = """
            Parameters: {Stage: {Type: String, Default: dev}}
            Resources:
              Data:
                Type: AWS::CloudFormation::Stack
                Properties: {TemplateURL: stacks/data.yaml, Parameters: {Name: orders}}
              Api:
                Type: AWS::Serverless::Application
                Properties:
                  Location: ./stacks/api.yaml
                  Parameters:
                    Host: !GetAtt Data.Outputs.Host
                    Mode: large
                    Stage: !Ref Stage
            """;
    private static final String DATA = """
            Parameters: {Name: {Type: String}, Size: {Type: Number, Default: 20}}
            Resources:
              Db: {Type: AWS::RDS::DBInstance, Properties: {DBName: !Ref Name, AllocatedStorage: !Ref Size}}
            Outputs:
              Host: {Value: !GetAtt Db.Endpoint.Address}
            """;
    private static final String API = """
            Parameters:
              Host: {Type: String}
              Mode: {Type: String, Default: small}
              Stage: {Type: String}
              Missing: {Type: String}
            Conditions: {IsLarge: !Equals [!Ref Mode, large]}
            Resources:
              Fn:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: ../target/app.jar
                  Timeout: !If [IsLarge, 60, 10]
                  Environment:
                    Variables:
                      URL: !Sub 'jdbc:postgresql://${Host}/x'
                      STAGE: !Ref Stage
                      MISSING: !Ref Missing
            """;

    @TempDir
    Path folder;

    @Test
    void passesParametersAndTakesOutputs() {
        Reading reading =
                Reading.of(folder, Map.of("template.yaml", ROOT, "stacks/data.yaml", DATA, "stacks/api.yaml", API));
        assertThat(reading.deployments().databases())
                .extracting(DeployedDatabase::id)
                .containsExactly("Data.Db");
        assertThat(reading.deployments().functions())
                .extracting(DeployedFunction::id)
                .containsExactly("Api.Fn");
        DeployedFunction function = reading.function("Api.Fn");
        assertThat(function.location().file()).isEqualTo("stacks/api.yaml");
        assertThat(Reading.show(function.attributes())).containsExactly("CODE=target/app.jar", "TIMEOUT=60");
        assertThat(Reading.show(function.environment()))
                .containsExactly(
                        "MISSING=${Api.Missing}", "STAGE=dev", "URL=jdbc:postgresql://${Data.Db.Endpoint.Address}/x");
        assertThat(Reading.steps(function.environment().get("STAGE"))).isEqualTo("stacks/api.yaml:16 13 1");
        assertThat(Reading.show(reading.database("Data.Db").attributes())).containsExactly("DATABASE_NAME=orders");
        assertThat(reading.gaps()).isEmpty();
    }

    @Test
    void tellsOfMacrosThatMayChangeAnything() {
        String template = """
                Transform: [AWS::Serverless-2016-10-31, AWS::LanguageExtensions, ShopMacro]
                Resources:
                  Db: {Type: AWS::RDS::DBInstance}
                """;
        assertThat(Reading.of(folder, Map.of("template.yaml", template)).gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.location().line()).isEqualTo(1));
    }

    @Test
    void tellsOfTemplatesThatAreNotHere() {
        Reading reading = Reading.of(folder, """
                Resources:
                  Gone: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: gone.yaml}}
                  Outside: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ../../etc/passwd}}
                  Stored: {Type: AWS::Serverless::Application, Properties: {Location: {ApplicationId: x}}}
                """);
        assertThat(reading.shownGaps())
                .containsExactly(
                        "UNRESOLVED_VALUE template.yaml:2 The template of this nested stack is not here.",
                        "UNRESOLVED_VALUE template.yaml:3 The template of this nested stack is not here.",
                        "UNRESOLVED_VALUE template.yaml:4 The template of this nested stack is not here.");
    }

    @Test
    void ofCdkIsFoundByItsAsset() {
        Reading reading =
                Reading.of(folder, Map.of("cdk.out/App.template.json", """
                        {"Resources": {"Inner": {"Type": "AWS::CloudFormation::Stack",
                          "Properties": {"TemplateURL": {"Fn::Join": ["", ["https://s3.", {"Ref": "AWS::Region"}]]}},
                          "Metadata": {"aws:asset:path": "Inner.nested.template.json"}}}}
                        """, "cdk.out/Inner.nested.template.json", """
                        {"Resources": {"Db": {"Type": "AWS::RDS::DBInstance"}}}
                        """));
        assertThat(reading.deployments().databases())
                .extracting(DeployedDatabase::id)
                .containsExactly("Inner.Db");
        assertThat(reading.gaps()).isEmpty();
    }

    @Test
    void endsWhereTemplatesNestEachOther() {
        String nesting = """
                Resources:
                  Db: {Type: AWS::RDS::DBInstance}
                  Inner:
                    Type: AWS::CloudFormation::Stack
                    Properties: {TemplateURL: %s, Parameters: {P: !GetAtt Inner.Outputs.O}}
                Parameters: {P: {Type: String}}
                Outputs: {O: {Value: !Sub '${P}${Inner.Outputs.O}'}}
                """;
        Reading reading = Reading.of(
                folder, Map.of("a.yaml", nesting.formatted("b.yaml"), "b.yaml", nesting.formatted("a.yaml")));
        assertThat(reading.deployments().databases())
                .extracting(DeployedDatabase::id)
                .containsExactly("Db", "Inner.Db");
        assertThat(reading.shownGaps()).contains("UNRESOLVED_VALUE b.yaml:3 The nesting of stacks has no end.");
    }

    @Test
    void isReadOncePerStack() {
        Reading reading = Reading.of(folder, Map.of("template.yaml", """
                        Resources:
                          One: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: in.yaml, Parameters: {N: a}}}
                          Two: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: in.yaml, Parameters: {N: b}}}
                        """, "in.yaml", """
                        Parameters: {N: {Type: String}}
                        Resources: {Db: {Type: AWS::RDS::DBInstance, Properties: {DBName: !Ref N}}}
                        """));
        assertThat(reading.deployments().databases())
                .extracting(database -> database.id() + Reading.show(database.attributes()))
                .containsExactly("One.Db[DATABASE_NAME=a]", "Two.Db[DATABASE_NAME=b]");
    }
}

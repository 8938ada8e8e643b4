package io.github.lambdadb.frontend.template.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExpressionsTest {
    private static final String HEAD = """
            Parameters:
              Stage: {Type: String}
              Size: {Type: Number, Default: 5}
              Secret: {Type: String, NoEcho: true, Default: hunter2}
              Path: {Type: "AWS::SSM::Parameter::Value<String>", Default: /db/host}
              Hosts: {Type: CommaDelimitedList, Default: "one, two"}
              Single: {Type: String, AllowedValues: [only]}
            Mappings:
              Sizes:
                small: {max: 1, hosts: [a, b]}
                large: {max: 9, hosts: [c]}
            Conditions:
              IsProd: !Equals [!Ref Stage, prod]
              IsFive: !Equals [!Ref Size, "5"]
              IsSix: !Equals [!Ref Size, "6"]
              Always: !Equals [a, a]
              Never: !Not [!Condition Always]
              Both: !And [!Condition Always, !Condition IsProd]
              Either: !Or [!Condition Always, !Condition IsProd]
              Neither: !And [!Condition Never, !Condition IsProd]
              IsOnly: !Equals [!Ref Single, only]
              Same: !Equals [!Ref Stage, !Ref Stage]
              Circle: !Not [!Condition Circle]
            Resources:
              Db: {Type: AWS::RDS::DBInstance, Properties: {Engine: postgres}}
              Fn:
                Type: AWS::Lambda::Function
                Properties:
                  Environment:
                    Variables:
                      X:\s""";

    @TempDir
    Path folder;

    static Stream<Arguments> expressions() {
        return Stream.of(
                Arguments.of("plain", "plain"),
                Arguments.of("5", "5"),
                Arguments.of("!!str 5", "5"),
                Arguments.of("!Ref Size", "5"),
                Arguments.of("{Ref: Size}", "5"),
                Arguments.of("!Ref Stage", "${Stage}"),
                Arguments.of("!Ref Secret", "${Secret}"),
                Arguments.of("!Ref Path", "${Path}"),
                Arguments.of("!Ref Single", "only"),
                Arguments.of("!Ref Db", "${Db}"),
                Arguments.of("!Ref AWS::Region", "${AWS::Region}"),
                Arguments.of("!GetAtt Db.Endpoint.Address", "${Db.Endpoint.Address}"),
                Arguments.of("!GetAtt [Db, Endpoint.Port]", "${Db.Endpoint.Port}"),
                Arguments.of("{'Fn::GetAtt': [Db, !Sub 'Endpoint.Port']}", "${Db.Endpoint.Port}"),
                Arguments.of("!Sub 'jdbc:x://${Db.Endpoint.Address}/${Size}'", "jdbc:x://${Db.Endpoint.Address}/5"),
                Arguments.of("!Sub '${!Literal}-${ Size }-${AWS::StackName}'", "${Literal}-5-${AWS::StackName}"),
                Arguments.of("!Sub ['${A}/${Size}', {A: !Ref Stage}]", "${Stage}/5"),
                Arguments.of("{'Fn::Sub': ['${A}', {A: b}]}", "b"),
                Arguments.of("!Sub 'open ${'", "open ${"),
                Arguments.of("!Join ['-', [a, !Ref Size, !Ref 'AWS::NoValue', b]]", "a-5-b"),
                Arguments.of("!Join ['/', !Ref Hosts]", "one/two"),
                Arguments.of("!Join ['', [a, !If [IsProd, x, y]]]", "ax|ay"),
                Arguments.of("!Select [1, !Ref Hosts]", "two"),
                Arguments.of("!Select ['0', [a, b]]", "a"),
                Arguments.of("!Select [0, !GetAZs '']", "? 'Fn::GetAZs' is decided at deployment"),
                Arguments.of("!Select [1, !Split [':', 'a:b:c']]", "b"),
                Arguments.of("!Select [1, !Split [':', !Sub '${AWS::Region}:${Size}']]", "5"),
                Arguments.of("!Select [7, [a]]", "? the list that 'Fn::Select' takes from is not known"),
                Arguments.of("!Join ['+', !Split ['', abc]]", "abc"),
                Arguments.of("!FindInMap [Sizes, small, max]", "1"),
                Arguments.of("!FindInMap [Sizes, !Ref Stage, max]", "1|9"),
                Arguments.of("!Join [',', !FindInMap [Sizes, small, hosts]]", "a,b"),
                Arguments.of("!FindInMap [Sizes, none, max, {DefaultValue: 3}]", "3"),
                Arguments.of("!FindInMap [Sizes, none, max]", "? 'Fn::FindInMap' finds no such entry"),
                Arguments.of("!ImportValue Net-Db", "${import:Net-Db}"),
                Arguments.of("!ImportValue {'Fn::Sub': '${Stage}-Db'}", "${import:Stage-Db}"),
                Arguments.of("!If [IsProd, 1, 2]", "1|2"),
                Arguments.of("!If [IsFive, 1, 2]", "1|2"),
                Arguments.of("!If [IsSix, 1, 2]", "2|1"),
                Arguments.of("!If [Always, 1, 2]", "1"),
                Arguments.of("!If [Never, 1, 2]", "2"),
                Arguments.of("!If [Both, 1, 2]", "1|2"),
                Arguments.of("!If [Either, 1, 2]", "1"),
                Arguments.of("!If [Neither, 1, 2]", "2"),
                Arguments.of("!If [IsOnly, 1, 2]", "1"),
                Arguments.of("!If [Same, 1, 2]", "1"),
                Arguments.of("!If [Circle, 1, 2]", "1|2"),
                Arguments.of("!If [Undeclared, 1, 2]", "1|2"),
                Arguments.of("!If [IsProd, 1, !Ref 'AWS::NoValue']", "1|…"),
                Arguments.of("!If [IsProd, 1, 1]", "1"),
                Arguments.of("!If [IsProd, 1, !Unheard Of]", "1|…"),
                Arguments.of("!Length [a, b]", "2"),
                Arguments.of("!Base64 abc", "? 'Fn::Base64' is decided at deployment"),
                Arguments.of("!Unheard Of", "? 'Fn::Unheard' is not understood here"),
                Arguments.of("{'Fn::Transform': {Name: 'AWS::Include'}}", "? 'Fn::Transform' is not understood here"),
                Arguments.of("!Join [a]", "? 'Fn::Join' has arguments of another shape than it takes"),
                Arguments.of("!Ref [a]", "? 'Ref' has arguments of another shape than it takes"),
                Arguments.of("[a, b]", "? a single text is expected here"),
                Arguments.of(
                        "'{{resolve:secretsmanager:db:SecretString:pw}}'",
                        "${resolve:secretsmanager:db:SecretString:pw}"),
                Arguments.of(
                        "!Sub '{{resolve:secretsmanager:${Db}:SecretString:pw}}/{{resolve:ssm:${Stage}}}'",
                        "${resolve:secretsmanager:Db:SecretString:pw}/${resolve:ssm:Stage}"),
                Arguments.of(
                        "!Join ['', ['{{resolve:secretsmanager:', !Ref Db, ':SecretString}}']]",
                        "${resolve:secretsmanager:Db:SecretString}"));
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void comeTo(String expression, String expected) {
        Reading reading = Reading.of(folder, HEAD + expression + "\n");
        assertThat(Reading.show(reading.function("Fn").environment())).containsExactly("X=" + expected);
    }

    @Test
    void neverShowWhatIsSecret() {
        Reading reading = Reading.of(folder, HEAD + "!Sub 'x${Secret}'\n");
        assertThat(reading.toString()).contains("x${Secret}").doesNotContain("hunter2");
    }

    @Test
    void areGapsWhenTheyAreNotUnderstood() {
        Reading reading = Reading.of(folder, HEAD + "!Unheard Of\n");
        assertThat(reading.shownGaps())
                .containsExactly("UNRESOLVED_VALUE template.yaml:31 'Fn::Unheard' is not understood here.");
    }

    @Test
    void areNoGapsWhenOnlyADeploymentCanTell() {
        assertThat(Reading.of(folder, HEAD + "!Select [0, !GetAZs '']\n").gaps())
                .isEmpty();
    }

    @Test
    void areAbsentWhenNothingIsLeft() {
        Reading reading = Reading.of(folder, HEAD + "!Ref AWS::NoValue\n");
        assertThat(reading.function("Fn").environment()).isEmpty();
        assertThat(reading.function("Fn").environmentComplete()).isTrue();
    }

    static Stream<Arguments> places() {
        return Stream.of(
                Arguments.of("plain", "31"),
                Arguments.of("!Ref Size", "31 3"),
                Arguments.of("!Ref Stage", "31"),
                Arguments.of("!Sub '${Size}'", "31 3"),
                Arguments.of("!Sub 'a${Size}'", "3 31"),
                Arguments.of("!Join ['', [a, !Ref Size]]", "3 31"),
                Arguments.of("!FindInMap [Sizes, large, max]", "31 11"),
                Arguments.of("!If [IsProd, 1, !Ref Size]", "31 | 31 3"));
    }

    @ParameterizedTest
    @MethodSource("places")
    void endAtTheLineToEdit(String expression, String lines) {
        Reading reading = Reading.of(folder, HEAD + expression + "\n");
        assertThat(Reading.steps(reading.function("Fn").environment().get("X"))).isEqualTo(lines);
    }

    @Test
    void endAtTheBranchOfAConditionThatStandsOnItsOwnLine() {
        String expression = """
                !If
                            - IsProd
                            - 1
                            - 2
                """;
        Reading reading = Reading.of(folder, HEAD + expression);
        assertThat(Reading.steps(reading.function("Fn").environment().get("X"))).isEqualTo("33 | 34");
    }

    @Test
    void knowThatTheConditionOfTheirResourceHolds() {
        String template = """
                Parameters: {Stage: {Type: String}}
                Conditions: {IsProd: !Equals [!Ref Stage, prod], Never: !Equals [a, b]}
                Resources:
                  Fn:
                    Type: AWS::Lambda::Function
                    Condition: IsProd
                    Properties: {Timeout: !If [IsProd, 60, 10]}
                  Gone: {Type: AWS::Lambda::Function, Condition: Never}
                """;
        Reading reading = Reading.of(folder, template);
        assertThat(reading.deployments().functions()).hasSize(1);
        assertThat(Reading.show(reading.function("Fn").attributes())).isEqualTo(List.of("TIMEOUT=60"));
    }
}

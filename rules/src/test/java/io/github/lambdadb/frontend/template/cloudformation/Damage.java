package io.github.lambdadb.frontend.template.cloudformation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A good template with everything in it, and ways to damage it. */
final class Damage {
    static final String GOOD = """
            Transform: AWS::Serverless-2016-10-31
            Globals: {Function: {Timeout: 30, Environment: {Variables: {G: !Ref Size}}}}
            Parameters:
              Stage: {Type: String}
              Size: {Type: Number, Default: 5}
              Secret: {Type: String, NoEcho: true}
            Mappings: {M: {a: {b: 1, c: [x, y]}}}
            Conditions:
              C: !Equals [!Ref Stage, prod]
              D: !And [!Condition C, !Not [!Equals [!Ref Size, "5"]]]
            Resources:
              Fn:
                Type: AWS::Serverless::Function
                Condition: C
                Properties:
                  Handler: !Join ['::', [a.B, !Select [0, !Split [',', 'c,d']]]]
                  CodeUri: !If [D, target/a.jar, target/b.jar]
                  Layers: [!Ref Layer, !If [D, x, !Ref 'AWS::NoValue']]
                  SnapStart: {ApplyOn: PublishedVersions}
                  CapacityProviderConfig: {Arn: x}
                  Environment:
                    Variables:
                      URL: !Sub ['jdbc:x://${Db.Endpoint.Address}/${N}?s=${Size}', {N: !FindInMap [M, a, b]}]
                      PASS: '{{resolve:secretsmanager:x:SecretString:y}}'
                      HIDDEN: !Ref Secret
                      IMPORTED: !ImportValue {'Fn::Sub': '${Stage}-x'}
                  Events:
                    Queue: {Type: SQS, Properties: {BatchSize: 10, ScalingConfig: {MaximumConcurrency: 4}}}
                    Get: {Type: Api}
              Plain:
                Type: AWS::Lambda::Function
                Properties: {FunctionName: plain, Code: {S3Bucket: b}, TracingConfig: {Mode: Active}}
              Alias:
                Type: AWS::Lambda::Alias
                Properties: {FunctionName: !Ref Plain, ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: 1}}
              Mapping:
                Type: AWS::Lambda::EventSourceMapping
                Properties: {FunctionName: !GetAtt Plain.Arn, EventSourceArn: 'arn:aws:kinesis:x'}
              Rule: {Type: AWS::Events::Rule, Properties: {ScheduleExpression: x, Targets: [{Arn: !GetAtt Plain.Arn}]}}
              Db:
                Type: AWS::RDS::DBCluster
                Properties: {Engine: aurora-mysql, DBClusterParameterGroupName: !Ref Group}
              Writer: {Type: AWS::RDS::DBInstance, Properties: {DBClusterIdentifier: !Ref Db}}
              Group: {Type: AWS::RDS::DBClusterParameterGroup, Properties: {Parameters: {wait_timeout: 60}}}
              Proxy: {Type: AWS::RDS::DBProxy, Properties: {EngineFamily: MYSQL}}
              Targets:
                Type: AWS::RDS::DBProxyTargetGroup
                Properties: {DBProxyName: !Ref Proxy, DBClusterIdentifiers: [!Ref Db]}
              Rotation: {Type: AWS::SecretsManager::RotationSchedule, Properties: {SecretId: s}}
            Outputs:
              Host: {Value: !GetAtt Db.Endpoint.Address}
            """;

    private static final List<String> TOKENS = List.of(
            "!Ref",
            "!Sub",
            "!GetAtt",
            "!If",
            "!Join",
            "!Select",
            "!Split",
            "!FindInMap",
            "!Equals",
            "!And",
            "!Not",
            "[",
            "]",
            "{",
            "}",
            ":",
            ",",
            "''",
            "null",
            "~",
            "5",
            "-1",
            "true",
            "${",
            "}",
            "${A.B}",
            "{{resolve:",
            "}}",
            "&a",
            "*a",
            "<<",
            "a",
            "C",
            "D",
            "Fn",
            "Db",
            "M",
            "AWS::NoValue",
            "Fn::Transform",
            "Fn::If",
            "Ref",
            "AWS::CloudFormation::Stack",
            "template.yaml",
            "\uFFFD",
            "\u0000",
            "\t",
            "|",
            ">",
            "%",
            "@",
            "---",
            "...");

    private Damage() {}

    static String of(String good, Random random) {
        List<String> words = new ArrayList<>(Arrays.asList(good.split("(?<=[ \\n\\[\\]{}:,])|(?=[ \\n\\[\\]{}:,])")));
        int blows = 1 + random.nextInt(4);
        for (int i = 0; i < blows && !words.isEmpty(); i++) {
            hit(words, random);
        }
        return String.join("", words);
    }

    private static void hit(List<String> words, Random random) {
        int at = random.nextInt(words.size());
        switch (random.nextInt(6)) {
            case 0 -> words.remove(at);
            case 1 -> words.add(at, TOKENS.get(random.nextInt(TOKENS.size())));
            case 2 -> words.set(at, TOKENS.get(random.nextInt(TOKENS.size())));
            case 3 -> words.set(at, words.get(random.nextInt(words.size())));
            case 4 -> Collections.swap(words, at, random.nextInt(words.size()));
            default ->
                words.subList(at, Math.min(words.size(), at + random.nextInt(20)))
                        .clear();
        }
    }
}

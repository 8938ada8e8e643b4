package io.github.lambdadb.frontend.template.serverless;

import static io.github.lambdadb.frontend.template.TemplateFolder.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.facts.DeployedFunction;
import io.github.lambdadb.facts.DeployedFunction.Attribute;
import io.github.lambdadb.facts.Deployments;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.facts.Trigger;
import io.github.lambdadb.facts.Trigger.Bound;
import io.github.lambdadb.frontend.template.TemplateFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services of the Serverless Framework. */
class ServerlessFrameworkTest {
    @TempDir
    private Path root;

    private TemplateFolder folder;

    @BeforeEach
    void begin() {
        folder = new TemplateFolder(root);
    }

    private DeployedFunction function(String text) {
        return folder.with("app/serverless.yml", text)
                .read(new ServerlessFramework())
                .deployments()
                .functions()
                .get(0);
    }

    /** What a variable of the environment becomes when its value is that, among those further sections. */
    private String value(String value, String sections) {
        DeployedFunction function = function("""
                service: shop
                provider:
                  name: aws
                functions:
                  f:
                    handler: h
                    environment:
                      X: %s
                %s""".formatted(value, sections));
        return function.environment().containsKey("X")
                ? told(function.environment().get("X"))
                : "not set";
    }

    private static String shown(DeployedFunction function, Attribute attribute) {
        return function.attribute(attribute).map(TemplateFolder::told).orElse("not set");
    }

    @Test
    void attributesOfAFunction() {
        DeployedFunction function = function("""
                service: shop
                provider:
                  name: aws
                  runtime: java21
                  memorySize: 512
                  timeout: 20
                  stage: prod
                  tracing:
                    lambda: true
                  environment:
                    A: all
                    B: all
                    C: all
                  layers:
                    - arn:one
                package:
                  artifact: ../target/shop.jar
                functions:
                  orders:
                    handler: com.acme.Orders::handle
                    timeout: 30
                    reservedConcurrency: 5
                    provisionedConcurrency: 2
                    snapStart: true
                    layers: [arn:two, {Ref: ThreeLambdaLayer}]
                    environment:
                      B: own
                      C: null
                """);
        assertThat(function.id()).isEqualTo("orders");
        assertThat(function.location()).hasToString("app/serverless.yml:19");
        assertThat(shown(function, Attribute.HANDLER)).isEqualTo("com.acme.Orders::handle");
        assertThat(shown(function, Attribute.RUNTIME)).isEqualTo("java21");
        assertThat(shown(function, Attribute.MEMORY)).isEqualTo("512");
        assertThat(shown(function, Attribute.TIMEOUT)).isEqualTo("30");
        assertThat(shown(function, Attribute.TRACING)).isEqualTo("Active");
        assertThat(shown(function, Attribute.FUNCTION_NAME)).isEqualTo("shop-prod-orders");
        assertThat(shown(function, Attribute.CODE)).isEqualTo("target/shop.jar");
        assertThat(shown(function, Attribute.RESERVED_CONCURRENCY)).isEqualTo("5");
        assertThat(shown(function, Attribute.PROVISIONED_CONCURRENCY)).isEqualTo("2");
        assertThat(shown(function, Attribute.SNAP_START)).isEqualTo("PublishedVersions");
        assertThat(shown(function, Attribute.LAYERS)).isEqualTo("arn:two,${ThreeLambdaLayer}");
        assertThat(shown(function, Attribute.PACKAGE_TYPE)).isEqualTo("not set");
        assertThat(told(function.environment().get("A"))).isEqualTo("all");
        assertThat(told(function.environment().get("B"))).isEqualTo("own");
        assertThat(function.environment()).containsOnlyKeys("A", "B");
        assertThat(function.environmentComplete()).isTrue();
        assertThat(function.attribute(Attribute.MEMORY).map(TemplateFolder::way))
                .contains("app/serverless.yml:5");
    }

    @Test
    void theFrameworkHasDefaultsOfItsOwn() {
        DeployedFunction function = function("service: s\nprovider:\n  name: aws\nfunctions:\n  f:\n    image: x\n");
        assertThat(shown(function, Attribute.TIMEOUT)).isEqualTo("6");
        assertThat(shown(function, Attribute.MEMORY)).isEqualTo("1024");
        assertThat(function.attribute(Attribute.TIMEOUT).map(TemplateFolder::way))
                .contains("app/serverless.yml:5");
        assertThat(shown(function, Attribute.PACKAGE_TYPE)).isEqualTo("Image");
        assertThat(shown(function, Attribute.FUNCTION_NAME)).isEqualTo("s-dev-f");
        assertThat(shown(function, Attribute.CODE)).isEqualTo("not set");
    }

    @Test
    void otherProvidersAreNotRead() {
        folder.with("serverless.yml", "service: s\nprovider:\n  name: google\nfunctions:\n  f:\n    handler: x\n");
        assertThat(folder.read(new ServerlessFramework()).deployments()).isEqualTo(Deployments.none());
    }

    @Test
    void variables() {
        String custom = """
                custom:
                  stages:
                    dev:
                      host: db-dev
                    prod:
                      host: db-prod
                  list: [a, {b: c}]
                  again: ${self:custom.stages.dev.host}
                  nothing: null
                params:
                  default:
                    size: 5
                  dev:
                    size: 6
                """;
        assertThat(value("${self:custom.again}", custom)).isEqualTo("db-dev");
        assertThat(value("jdbc:mysql://${self:custom.stages.${opt:stage, 'dev'}.host}:3306/x", custom))
                .isEqualTo("jdbc:mysql://db-dev:3306/x");
        assertThat(value("${self:custom.stages.${opt:stage}.host}", custom))
                .isEqualTo("${self:custom.stages.opt:stage.host}");
        assertThat(value("${self:custom.stages.${sls:stage}.host}", custom)).isEqualTo("db-dev");
        assertThat(value("${self:custom.list.1.b}", custom)).isEqualTo("c");
        assertThat(value("${self:custom.gone, 'default'}", custom)).isEqualTo("default");
        assertThat(value("${self:custom.nothing, 'default'}", custom)).isEqualTo("not set");
        assertThat(value("${self:custom.gone, self:custom.list.0}", custom)).isEqualTo("a");
        assertThat(value("${self:service}-x", custom)).isEqualTo("shop-x");
        assertThat(value("${param:size}", custom)).isEqualTo("6");
        assertThat(value("${env:NAME}", custom)).isEqualTo("${env:NAME}");
        assertThat(value("${env:NAME, 'd'}", custom)).isEqualTo("d");
        assertThat(value("${opt:x, 7}", custom)).isEqualTo("7");
        assertThat(value("${ssm:/app/${sls:stage}/host}", custom)).isEqualTo("${ssm:/app/dev/host}");
        assertThat(value("${cf:stack.Out}", custom)).isEqualTo("${cf:stack.Out}");
        assertThat(value("${cf(eu-west-1):stack.Out, 'x'}", custom)).isEqualTo("${cf(eu-west-1):stack.Out}");
        assertThat(value("${aws:region}", custom)).isEqualTo("${aws:region}");
        assertThat(value("${strToBool(true)}", custom)).isEqualTo("true");
        assertThat(value("\"${AWS::Region} ${foo} ${\"", custom)).isEqualTo("${AWS::Region} ${foo} ${");
    }

    @Test
    void theLineToEditComesLast() {
        DeployedFunction function = function("""
                service: s
                provider:
                  name: aws
                custom:
                  t: 9
                functions:
                  f:
                    timeout: ${self:custom.t}
                """);
        assertThat(function.attribute(Attribute.TIMEOUT).map(TemplateFolder::way))
                .contains("app/serverless.yml:8 > app/serverless.yml:5");
    }

    @Test
    void filesAreReadBesideTheService() {
        folder.with("app/conf/dev.yml", "a:\n  b: from file\n")
                .with("app/conf/all.json", "{\"A\": \"1\"}")
                .with("app/code.js", "a: not read")
                .with("outside.yml", "a: outside\n");
        assertThat(value("${file(./conf/${opt:stage, 'dev'}.yml):a.b}", "")).isEqualTo("from file");
        assertThat(value("${file(./gone.yml):a, 'default'}", "")).isEqualTo("default");
        assertThat(value("${file(./code.js):a}", "")).isEqualTo("${file(./code.js):a}");
        assertThat(value("${file(../outside.yml):a}", "")).isEqualTo("outside");
        assertThat(value("${file(../../etc/passwd.yml):a}", "")).isEqualTo("${file(../../etc/passwd.yml):a}");
        DeployedFunction function = function("""
                service: s
                provider:
                  name: aws
                functions:
                  - ${file(./functions.yml)}
                  - g:
                      handler: g
                """.replace("functions.yml", "f.yml"));
        assertThat(function.id()).isEqualTo("g");
        folder.with("app/f.yml", "f:\n  handler: f\n  environment: ${file(./conf/all.json)}\n");
        List<DeployedFunction> both =
                folder.read(new ServerlessFramework()).deployments().functions();
        assertThat(both).extracting(DeployedFunction::id).containsExactly("f", "g");
        assertThat(both.get(0).location()).hasToString("app/f.yml:1");
        assertThat(told(both.get(0).environment().get("A"))).isEqualTo("1");
    }

    @Test
    void whatIsNotKnownAsAWholeIsAGap() {
        TemplateFolder.Read read = folder.with("serverless.yml", """
                service: s
                provider:
                  name: aws
                functions:
                  f:
                    handler: h
                    environment: ${file(./env.js)}
                  g: ${file(./g.js)}
                """).read(new ServerlessFramework());
        assertThat(read.deployments().functions().get(0).environmentComplete()).isFalse();
        assertThat(read.gaps()).extracting(gap -> gap.location().line()).containsExactly(5, 8);
        folder.with("serverless.yml", "service: s\nprovider:\n  name: aws\nfunctions: ${file(./f.ts)}\n");
        assertThat(folder.read(new ServerlessFramework()).gaps()).hasSize(1);
    }

    @Test
    void functionsOfCloudFormation() {
        assertThat(value("!GetAtt Db.Endpoint.Address", "")).isEqualTo("${Db.Endpoint.Address}");
        assertThat(value("{Fn::GetAtt: [Db, Endpoint.Address]}", "")).isEqualTo("${Db.Endpoint.Address}");
        assertThat(value("!Ref Secret", "")).isEqualTo("${Secret}");
        assertThat(value("!Sub 'jdbc:mysql://${Db.Endpoint.Address}/${self:service}'", ""))
                .isEqualTo("jdbc:mysql://${Db.Endpoint.Address}/shop");
        assertThat(value("{'Fn::Sub': ['a${X}', {X: !Ref Y}]}", "")).isEqualTo("a${Y}");
        assertThat(value("!Join ['-', [a, !Ref B, '${self:service}']]", "")).isEqualTo("a-${B}-shop");
        assertThat(value("!If [Prod, big, small]", "")).isEqualTo("big|small");
        assertThat(value("!ImportValue name", "")).isEqualTo("${ImportValue:name}");
        assertThat(value("!Select [0, [a]]", "")).isEqualTo("?");
        assertThat(value("[a]", "")).isEqualTo("?");
    }

    @Test
    void secretsShowNoValue() {
        DeployedFunction function = function("service: s\nprovider:\n  name: aws\nfunctions:\n  f:\n    environment:\n"
                + "      DB_PASSWORD: hunter2\n      OTHER_PASSWORD: ${ssm:/x}\n      SECRET_NAME: shop\n");
        assertThat(told(function.environment().get("DB_PASSWORD"))).isEqualTo("***");
        assertThat(told(function.environment().get("OTHER_PASSWORD"))).isEqualTo("${ssm:/x}");
        assertThat(told(function.environment().get("SECRET_NAME"))).isEqualTo("shop");
    }

    @Test
    void events() {
        DeployedFunction function = function("""
                service: s
                provider:
                  name: aws
                functions:
                  f:
                    url: true
                    events:
                      - httpApi: '*'
                      - sqs:
                          arn: arn:aws:sqs:eu-west-1:1:q
                          batchSize: 10
                          maximumConcurrency: ${self:custom.most, 4}
                      - stream:
                          arn: arn:aws:kinesis:eu-west-1:1:stream/s
                          parallelizationFactor: 2
                      - stream: arn:aws:dynamodb:eu-west-1:1:table/t
                      - stream:
                          type: dynamodb
                          arn: !GetAtt T.StreamArn
                      - schedule: rate(1 hour)
                      - schedule:
                          rate: rate(1 hour)
                          enabled: false
                      - msk: {arn: a}
                      - s3: bucket
                      - alexaSkill
                """);
        assertThat(function.triggers())
                .extracting(Trigger::kind)
                .containsExactly(
                        Trigger.Kind.REQUEST,
                        Trigger.Kind.SQS,
                        Trigger.Kind.KINESIS,
                        Trigger.Kind.DYNAMODB,
                        Trigger.Kind.DYNAMODB,
                        Trigger.Kind.SCHEDULE,
                        Trigger.Kind.KAFKA,
                        Trigger.Kind.ASYNCHRONOUS,
                        Trigger.Kind.OTHER,
                        Trigger.Kind.REQUEST);
        Trigger queue = function.triggers().get(1);
        assertThat(queue.location()).hasToString("app/serverless.yml:9");
        assertThat(queue.bound(Bound.BATCH_SIZE).map(TemplateFolder::told)).contains("10");
        assertThat(queue.bound(Bound.MAXIMUM_CONCURRENCY).map(TemplateFolder::told))
                .contains("4");
        assertThat(function.triggers()
                        .get(2)
                        .bound(Bound.PARALLELIZATION_FACTOR)
                        .map(TemplateFolder::told))
                .contains("2");
    }

    @Test
    void resourcesAreHandedOverWithVariablesFollowed() {
        List<Node.Mapping> templates = new ArrayList<>();
        folder.with(
                        "more.yml",
                        "Resources:\n  Db:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Port: ${self:custom.port}\n")
                .with("serverless.yml", """
                        service: s
                        provider: aws
                        custom:
                          port: 5433
                        resources:
                          - ${file(more.yml)}
                          - Resources:
                              Queue:
                                Type: AWS::SQS::Queue
                                Properties:
                                  Name: !Sub '${self:service}-${AWS::Region}'
                        """)
                .read(new ServerlessFramework((files, service, template) -> {
                    templates.add(template);
                    return Deployments.none();
                }));
        Node.Mapping resources = templates.get(0).mapping("Resources").orElseThrow();
        Node.Scalar port = resources
                .mapping("Db")
                .flatMap(db -> db.mapping("Properties"))
                .flatMap(properties -> properties.scalar("Port"))
                .orElseThrow();
        assertThat(port.text()).isEqualTo("5433");
        assertThat(port.location()).hasToString("serverless.yml:4");
        Node.Scalar name = resources
                .mapping("Queue")
                .flatMap(queue -> queue.mapping("Properties"))
                .flatMap(properties -> properties.scalar("Name"))
                .orElseThrow();
        assertThat(name.text()).isEqualTo("s-${AWS::Region}");
        assertThat(name.tag()).isEqualTo("!Sub");
    }

    @Test
    void jsonIsReadAlike() {
        folder.with(
                "serverless.json",
                "{\"service\": \"s\", \"provider\": {\"name\": \"aws\"}, \"functions\": {\"f\": {\"timeout\": 3}}}");
        DeployedFunction function =
                folder.read(new ServerlessFramework()).deployments().functions().get(0);
        assertThat(shown(function, Attribute.TIMEOUT)).isEqualTo("3");
    }

    @Test
    void malformedFilesAreGaps() {
        assertThat(folder.with("serverless.yml", "a: [")
                        .read(new ServerlessFramework())
                        .gaps())
                .extracting(Gap::kind)
                .containsExactly(Gap.Kind.UNPARSABLE_FILE);
    }
}

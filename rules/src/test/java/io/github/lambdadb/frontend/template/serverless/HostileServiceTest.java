package io.github.lambdadb.frontend.template.serverless;

import static io.github.lambdadb.frontend.template.TemplateFolder.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.document.AnyText;
import io.github.lambdadb.facts.DeployedFunction;
import io.github.lambdadb.facts.Deployments;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.frontend.template.Mutations;
import io.github.lambdadb.frontend.template.TemplateFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services that are made to exhaust, confuse or escape their reader. */
@Timeout(600)
class HostileServiceTest {
    private static final String GOOD = """
            service: shop
            provider:
              name: aws
              runtime: java21
              stage: ${opt:stage, 'dev'}
              environment: ${self:custom.env}
              tracing: {lambda: true}
            custom:
              env: {A: '${self:custom.${self:provider.stage}.host, env:HOST}'}
              dev: {host: !GetAtt Db.Endpoint.Address}
              port: ${file(./more.yml):port, 5432}
            package:
              artifact: target/a.jar
            functions:
              orders:
                handler: com.acme.Orders
                timeout: ${param:timeout, 10}
                layers: [!Ref One, 'arn:two']
                environment:
                  URL: !Join ['', ['jdbc:postgresql://', !Ref Host, ':${self:custom.port}/', {'Fn::Sub': ['${X}', {X: y}]}]]
                events:
                  - sqs: {arn: !GetAtt Q.Arn, batchSize: 5, maximumConcurrency: 3}
                  - http: GET /x
                  - stream: {type: dynamodb, arn: x}
            params:
              default: {timeout: 20}
            resources:
              - Resources:
                  Db: {Type: 'AWS::RDS::DBInstance', Properties: {Port: '${self:custom.port}'}}
              - ${file(./more.yml)}
            """;

    @TempDir
    private Path root;

    private TemplateFolder.Read read(String text) {
        return new TemplateFolder(root)
                .with("serverless.yml", text)
                .read(new ServerlessFramework((files, service, template) -> Deployments.none()));
    }

    private String value(String value, String custom) {
        DeployedFunction function =
                read("service: s\nprovider:\n  name: aws\nfunctions:\n  f:\n    environment:\n      X: " + value
                                + "\ncustom:\n" + custom)
                        .deployments()
                        .functions()
                        .get(0);
        return told(function.environment().get("X"));
    }

    @Test
    void theGoodServiceIsGood() {
        new TemplateFolder(root).with("more.yml", "port: 5433\n");
        DeployedFunction function = read(GOOD).deployments().functions().get(0);
        assertThat(told(function.environment().get("A"))).isEqualTo("${Db.Endpoint.Address}");
        assertThat(told(function.environment().get("URL"))).isEqualTo("jdbc:postgresql://${Host}:5433/y");
        assertThat(function.triggers()).hasSize(3);
        assertThat(read(GOOD).gaps()).isEmpty();
    }

    @Test
    void spoiledServicesNeverThrow() {
        new TemplateFolder(root).with("more.yml", "port: 5433\nself: ${file(./more.yml)}\n");
        Mutations.of(GOOD, 1500).forEach(this::read);
        AnyText.some().limit(500).forEach(text -> read(GOOD.replace("opt:stage", text)));
    }

    @Test
    void variablesThatNeedThemselvesAreUnknown() {
        assertThat(value("${self:custom.a}", "  a: ${self:custom.b}\n  b: ${self:custom.a}\n"))
                .isEqualTo("?");
        assertThat(value("x${self:custom.a}${self:custom.a}", "  a: y${self:custom.a}${self:custom.a}\n"))
                .hasSizeLessThan(20_100);
        assertThat(value("${self:custom.a}", "  a: !Sub '${self:custom.a}'\n")).isNotEmpty();
        assertThat(value("${self:custom.a.a.a.a}", "  a: ${self:custom}\n")).isEqualTo("?");
        assertThat(value("${self:custom.a}", "  a: {Fn::Join: ['', ['${self:custom.a}', '${self:custom.a}']]}\n"))
                .isNotEmpty();
        new TemplateFolder(root).with("x.yml", "a: ${file(./x.yml):a}\n");
        assertThat(value("${file(./x.yml):a}", "  b: c\n")).isEqualTo("?");
    }

    @Test
    void resourcesThatHoldThemselvesEnd() {
        assertThat(read("service: s\nprovider: {name: aws}\nresources:\n  Resources: ${self:resources}\n")
                        .deployments())
                .isEqualTo(Deployments.none());
        read(
                "service: s\nprovider: {name: aws}\nresources:\n  Resources: {a: ['${self:resources}', '${self:resources}']}\n");
    }

    @Test
    void growthIsBounded() {
        String doubling = IntStream.range(1, 60)
                .mapToObj(i -> "  a" + i + ": '${self:custom.a" + (i - 1) + "}${self:custom.a" + (i - 1) + "}'\n")
                .collect(Collectors.joining());
        assertThat(value("${self:custom.a35}", "  a0: xy\n" + doubling)).hasSizeLessThan(20_100);
        assertThat(value("${self:custom.a5}", "  a0: xy\n" + doubling)).hasSize(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${", "${self:", "${a(", "'", "${self:custom.a, ", "${file(", "}", "$${"})
    void depthAndLengthAreBounded(String unit) {
        assertThat(value("\"" + unit.repeat(20_000) + "\"", "  a: b\n")).isNotNull();
        assertThat(value("\"" + (unit + "}").repeat(20_000) + "\"", "  a: b\n")).isNotNull();
        assertThat(value("\"" + unit.repeat(5_000) + "}".repeat(5_000) + "\"", "  a: b\n"))
                .isNotNull();
    }

    @Test
    void largeAndMalformedBytes() {
        TemplateFolder folder = new TemplateFolder(root);
        assertThat(folder.with("serverless.yml", "x: " + "a".repeat(3_000_000))
                        .read(new ServerlessFramework())
                        .gaps())
                .extracting(Gap::kind)
                .containsExactly(Gap.Kind.UNREADABLE_FILE);
        byte[] bytes = "service: caf\u00e9\nprovider: {name: aws}\nfunctions: {f: {handler: h}}\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(folder.with("serverless.yml", bytes)
                        .read(new ServerlessFramework())
                        .deployments()
                        .functions())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "null",
                "5",
                "x",
                "[[1]]",
                "[{}]",
                "{a: []}",
                "'${self:custom}'",
                "!Ref x",
                "!Sub []",
                "[null]",
                "{Ref: [x]}"
            })
    void wrongShapesEverywhere(String shape) {
        for (String line : GOOD.split("\n")) {
            if (line.matches("^ *[\\w']+: .*")) {
                assertThat(read(GOOD.replace(line, line.replaceFirst(": .*", ": " + Matcher.quoteReplacement(shape)))))
                        .isNotNull();
            }
        }
        for (String key :
                new String[] {"provider", "functions", "custom", "resources", "package", "params", "service"}) {
            assertThat(read("service: s\nprovider: {name: aws}\n".replaceFirst(key + ": .*\n", "") + key + ": " + shape
                            + "\n"))
                    .isNotNull();
        }
    }
}

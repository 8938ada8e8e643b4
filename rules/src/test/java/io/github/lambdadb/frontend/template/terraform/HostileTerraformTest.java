package io.github.lambdadb.frontend.template.terraform;

import static io.github.lambdadb.frontend.template.TemplateFolder.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.document.AnyText;
import io.github.lambdadb.facts.DeployedFunction;
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

/** Files that are made to exhaust, confuse or escape their reader. */
@Timeout(600)
class HostileTerraformTest {
    private static final String GOOD = """
            variable "stage" {
              type    = object({ name = optional(string, "dev"), sizes = map(number) })
              default = { sizes = { a = 1 } }
            }
            variable "secret" {
              sensitive = true
            }
            locals {
              name = "orders-${var.stage.name}"
              env  = merge({ A = "1" }, var.stage.name == "prod" ? { B = "2" } : { C = <<-EOT
                text ${local.name}
              EOT
              })
              list = [for k, v in var.stage.sizes : "${k}=${v}" if v > 0]
            }
            module "child" {
              source   = "./child"
              for_each = toset(["x"])
              host     = aws_db_proxy.p.endpoint
            }
            resource "aws_lambda_function" "f" {
              for_each      = var.stage.sizes
              function_name = "${local.name}-${each.key}"
              filename      = "${path.module}/a.jar"
              timeout       = each.value * 2 + 1
              layers        = concat(["a"], local.list)
              dynamic "environment" {
                for_each = length(local.env) > 0 ? [1] : []
                content {
                  variables = merge(local.env, { HOST = module.child["x"].host, P = split(":", aws_db_instance.d.endpoint)[0] })
                }
              }
              tracing_config { mode = "Active" }
            }
            resource "aws_lambda_event_source_mapping" "m" {
              function_name    = aws_lambda_function.f["a"].arn
              event_source_arn = aws_sqs_queue.q.arn
              scaling_config {
                maximum_concurrency = 5
              }
            }
            resource "aws_db_instance" "d" {
              parameter_group_name = aws_db_parameter_group.g.name
              instance_class       = try(var.none.class, "db.t3.micro")
            }
            resource "aws_db_parameter_group" "g" {
              parameter {
                name  = "max_connections"
                value = 10
              }
            }
            resource "aws_rds_cluster" "c" {}
            resource "aws_rds_cluster_instance" "i" {
              count              = 2
              cluster_identifier = aws_rds_cluster.c.id
              instance_class     = "db.r6g.large"
            }
            resource "aws_db_proxy" "p" {
              name = "p"
            }
            resource "aws_db_proxy_target" "t" {
              db_proxy_name         = aws_db_proxy.p.name
              db_cluster_identifier = aws_rds_cluster.c.id
            }
            resource "aws_secretsmanager_secret_rotation" "r" {
              secret_id = aws_secretsmanager_secret.s.id
            }
            """;

    @TempDir
    private Path root;

    private TemplateFolder.Read read(String text) {
        return new TemplateFolder(root).with("main.tf", text).read(new Terraform());
    }

    private static String function(String expression) {
        return "resource \"aws_lambda_function\" \"f\" {\n  environment {\n    variables = {\n      X = " + expression
                + "\n    }\n  }\n}\n";
    }

    private String value(String text) {
        DeployedFunction function = read(text).deployments().functions().get(0);
        return function.environment().containsKey("X")
                ? told(function.environment().get("X"))
                : "not set";
    }

    @Test
    void theGoodFileIsGood() {
        TemplateFolder.Read read = read(GOOD);
        assertThat(read.deployments().functions().get(0).environment()).containsKeys("A", "C", "HOST", "P");
        assertThat(read.deployments().functions().get(0).triggers()).hasSize(1);
        assertThat(read.deployments().databases()).hasSize(2);
        assertThat(read.deployments().proxies().get(0).targets()).containsExactly("aws_rds_cluster.c");
        assertThat(read.gaps()).extracting(gap -> gap.location().line()).containsExactly(16);
    }

    @Test
    void spoiledFilesNeverThrow() {
        TemplateFolder folder = new TemplateFolder(root)
                .with("child/main.tf", "variable \"host\" {}\noutput \"host\" {\n  value = var.host\n}\n");
        Mutations.of(GOOD, 1500).forEach(text -> folder.with("main.tf", text).read(new Terraform()));
        Mutations.of(PlanTest.PLAN, 500)
                .forEach(text ->
                        new TemplateFolder(root).with("plan/plan.json", text).read(new Terraform()));
        AnyText.some()
                .limit(300)
                .forEach(text ->
                        folder.with("main.tf", "x = \"${" + text + "\n" + GOOD).read(new Terraform()));
    }

    @Test
    void namesThatNeedThemselvesAreUnknown() {
        assertThat(value(function("local.a") + "locals {\n  a = local.b\n  b = local.a\n}\n"))
                .isEqualTo("?");
        assertThat(value(function("\"x${local.a}\"") + "locals {\n  a = \"${local.a}\"\n}\n"))
                .isEqualTo("x${local.a}");
        assertThat(
                        value(
                                function("aws_x.a.n")
                                        + "resource \"aws_x\" \"a\" {\n  n = aws_x.b.n\n}\nresource \"aws_x\" \"b\" {\n  n = aws_x.a.n\n}\n"))
                .isEqualTo("?");
        assertThat(value(function("aws_x.a.n") + "resource \"aws_x\" \"a\" {\n  count = aws_x.a.n\n  n = 1\n}\n"))
                .isNotNull();
        assertThat(value(function("module.m.o") + "module \"m\" {\n  source = module.m.o\n  count = module.m.o\n}\n"))
                .isEqualTo("${module.m.o}");
    }

    @Test
    void modulesThatCallEachOtherEnd() {
        TemplateFolder.Read read = new TemplateFolder(root)
                .with("a/main.tf", "module \"b\" {\n  source = \"../b\"\n}\n" + function("1"))
                .with("b/main.tf", "module \"a\" {\n  source = \"../a\"\n}\nmodule \"a2\" {\n  source = \"../a\"\n}\n")
                .read(new Terraform());
        assertThat(read.deployments().functions()).isNotEmpty();
        assertThat(read.gaps()).isNotEmpty();
    }

    @Test
    void modulesOutsideOfTheRootAreNotRead() {
        new TemplateFolder(root).with("out/main.tf", function("1"));
        TemplateFolder.Read read = new TemplateFolder(root.resolve("in"))
                .with("main.tf", "module \"m\" {\n  source = \"../out\"\n}\n")
                .read(new Terraform());
        assertThat(read.deployments().functions()).isEmpty();
        assertThat(read.gaps()).hasSize(1);
    }

    @Test
    void growthIsBounded() {
        String doubling = IntStream.range(1, 60)
                .mapToObj(i -> "  a" + i + " = \"${local.a" + (i - 1) + "}${local.a" + (i - 1) + "}\"\n  b" + i
                        + " = [local.b"
                        + (i - 1) + ", local.b" + (i - 1) + "]\n  c" + i + " = merge(local.c" + (i - 1) + ", { k" + i
                        + " = local.c" + (i - 1) + " })\n")
                .collect(Collectors.joining());
        String start = "locals {\n  a0 = \"x\"\n  b0 = [1]\n  c0 = {}\n" + doubling + "}\n";
        assertThat(value(function("local.a59") + start)).hasSizeLessThan(20_001);
        assertThat(value(function("local.b59[0]") + start)).isEqualTo("?");
        assertThat(value(function("local.c59.k59.k58") + start)).isEqualTo("?");
        assertThat(value(function("local.a10") + start)).hasSize(1024);
    }

    @Test
    void tooMuchToEvaluateIsAGap() {
        String loops = "[for a in local.l : [for b in local.l : [for c in local.l : \"${a}${b}${c}\"]]]";
        String items = IntStream.range(0, 200).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        TemplateFolder.Read read = read(function("length(" + loops + ")") + "locals {\n  l = [" + items + "]\n}\n");
        assertThat(read.gaps()).extracting(Gap::kind).contains(Gap.Kind.BUDGET_EXHAUSTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "{ a = ",
                "(",
                "\"${",
                "!",
                "-",
                "a.",
                "a[",
                "f(",
                "a ? ",
                "1 + ",
                "x = <<E\n",
                "b {\n",
                "[for a in ",
                "/*",
                "a.*"
            })
    void depthAndLengthAreBounded(String unit) {
        assertThat(read("x = " + unit.repeat(100_000)).gaps()).isNotEmpty();
        assertThat(read(function(unit.repeat(10_000))).gaps()).isNotEmpty();
        assertThat(read((unit + "\n").repeat(20_000)).gaps()).isNotEmpty();
    }

    @Test
    void aChainOfNamesIsNotFollowedForever() {
        String chain = IntStream.range(0, 5000)
                .mapToObj(i -> "  n" + i + " = local.n" + (i + 1) + "\n")
                .collect(Collectors.joining());
        assertThat(value(function("local.n0") + "locals {\n" + chain + "  n5000 = 1\n}\n"))
                .isEqualTo("?");
    }

    @Test
    void largeAndMalformedBytes() {
        TemplateFolder folder = new TemplateFolder(root);
        assertThat(folder.with("main.tf", "x = \"" + "a".repeat(3_000_000) + "\"")
                        .read(new Terraform())
                        .gaps())
                .extracting(Gap::kind)
                .containsExactly(Gap.Kind.UNREADABLE_FILE);
        byte[] bytes = function("\"caf\u00e9\"").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(folder.with("main.tf", bytes)
                        .read(new Terraform())
                        .deployments()
                        .functions())
                .hasSize(1);
        folder.with("main.tf", "\ufeff" + function("1").replace("\n", "\r\n"));
        assertThat(folder.read(new Terraform()).deployments().functions()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "null",
                "5",
                "\"x\"",
                "[[1]]",
                "[{}]",
                "{ a = [] }",
                "var.x",
                "[null]",
                "[{ name = [] }]"
            })
    void wrongShapesEverywhere(String shape) {
        String wrong = GOOD.replaceAll("(?m)^( +\\w+ += ).*$", "$1" + Matcher.quoteReplacement(shape));
        assertThat(read(wrong).deployments()).isNotNull();
        String json =
                "{\"resource\": {\"aws_lambda_function\": %1$s, \"aws_db_instance\": {\"d\": %1$s}}, \"module\": %1$s, \"variable\": {\"v\": %1$s}, \"locals\": %1$s}";
        new TemplateFolder(root)
                .with(
                        "j/main.tf.json",
                        json.formatted(shape.replace(" = ", ": ")
                                .replace("var.x", "true")
                                .replace("name", "\"name\"")
                                .replace("{ a", "{ \"a\"")))
                .read(new Terraform());
    }
}

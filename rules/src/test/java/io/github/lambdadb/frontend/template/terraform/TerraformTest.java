package io.github.lambdadb.frontend.template.terraform;

import static io.github.lambdadb.frontend.template.TemplateFolder.told;
import static io.github.lambdadb.frontend.template.TemplateFolder.way;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.DeployedFunction;
import io.github.lambdadb.facts.DeployedFunction.Attribute;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.facts.Trigger;
import io.github.lambdadb.facts.Trigger.Bound;
import io.github.lambdadb.frontend.template.TemplateFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions of Terraform. */
class TerraformTest {
    @TempDir
    private Path root;

    private TemplateFolder folder;

    @BeforeEach
    void begin() {
        folder = new TemplateFolder(root);
    }

    private DeployedFunction function(String text) {
        return folder.with("infra/main.tf", text)
                .read(new Terraform())
                .deployments()
                .functions()
                .get(0);
    }

    private String attribute(String text, Attribute attribute) {
        return function(text).attribute(attribute).map(TemplateFolder::told).orElse("not set");
    }

    @Test
    void attributesOfAFunction() {
        DeployedFunction function = function("""
                resource "aws_lambda_function" "orders" {
                  function_name = "orders-fn"
                  handler       = "com.acme.Orders::handle"
                  runtime       = "java21" # a comment
                  timeout       = 30 // another
                  memory_size   = /* a third */ 1024
                  filename      = "${path.module}/../target/orders.jar"
                  reserved_concurrent_executions = 5
                  layers = ["arn:one", aws_lambda_layer_version.two.arn]
                  snap_start { apply_on = "PublishedVersions" }
                  tracing_config { mode = "Active" }
                }
                resource "aws_lambda_provisioned_concurrency_config" "warm" {
                  function_name                     = aws_lambda_alias.live.function_name
                  provisioned_concurrent_executions = 3
                  qualifier                         = aws_lambda_alias.live.name
                }
                resource "aws_lambda_alias" "live" {
                  name          = "live"
                  function_name = aws_lambda_function.orders.function_name
                }
                """);
        assertThat(function.id()).isEqualTo("orders");
        assertThat(function.location()).hasToString("infra/main.tf:1");
        assertThat(function.attribute(Attribute.FUNCTION_NAME).map(TemplateFolder::told))
                .contains("orders-fn");
        assertThat(function.attribute(Attribute.HANDLER).map(TemplateFolder::told))
                .contains("com.acme.Orders::handle");
        assertThat(function.attribute(Attribute.RUNTIME).map(TemplateFolder::told))
                .contains("java21");
        assertThat(function.attribute(Attribute.TIMEOUT).map(TemplateFolder::told))
                .contains("30");
        assertThat(function.attribute(Attribute.TIMEOUT).map(TemplateFolder::way))
                .contains("infra/main.tf:5");
        assertThat(function.attribute(Attribute.MEMORY).map(TemplateFolder::told))
                .contains("1024");
        assertThat(function.attribute(Attribute.CODE).map(TemplateFolder::told)).contains("target/orders.jar");
        assertThat(function.attribute(Attribute.RESERVED_CONCURRENCY).map(TemplateFolder::told))
                .contains("5");
        assertThat(function.attribute(Attribute.PROVISIONED_CONCURRENCY).map(TemplateFolder::told))
                .contains("3");
        assertThat(function.attribute(Attribute.LAYERS).map(TemplateFolder::told))
                .contains("arn:one,${aws_lambda_layer_version.two.arn}");
        assertThat(function.attribute(Attribute.SNAP_START).map(TemplateFolder::told))
                .contains("PublishedVersions");
        assertThat(function.attribute(Attribute.TRACING).map(TemplateFolder::told))
                .contains("Active");
        assertThat(function.attribute(Attribute.PACKAGE_TYPE)).isEmpty();
        assertThat(function.environmentComplete()).isTrue();
    }

    @Test
    void whatIsNotSaidIsNotSet() {
        String text =
                "resource \"aws_lambda_function\" \"f\" {\n reserved_concurrent_executions = -1\n timeout = null\n}";
        assertThat(attribute(text, Attribute.TIMEOUT)).isEqualTo("not set");
        assertThat(attribute(text, Attribute.RESERVED_CONCURRENCY)).isEqualTo("not set");
        assertThat(attribute("resource \"aws_lambda_function\" \"f\" { image_uri = \"x\" }", Attribute.PACKAGE_TYPE))
                .isEqualTo("Image");
    }

    @Test
    void managedInstancesRunSeveralAtOnce() {
        String block = "resource \"aws_lambda_function\" \"f\" {\n capacity_provider_config {\n"
                + " lambda_managed_instances_capacity_provider_config {\n %s\n }\n }\n}";
        assertThat(attribute(
                        block.formatted("per_execution_environment_max_concurrency = 8"),
                        Attribute.CONCURRENCY_PER_ENVIRONMENT))
                .isEqualTo("8");
        assertThat(attribute(block.formatted("capacity_provider_arn = \"a\""), Attribute.CONCURRENCY_PER_ENVIRONMENT))
                .isEqualTo("?");
    }

    @Test
    void environmentsThatAreNotKnownAsAWhole() {
        TemplateFolder.Read read = folder.with("main.tf", """
                resource "aws_lambda_function" "a" {
                  environment {
                    variables = merge({ A = "1" }, var.more, { B = "2" })
                  }
                }
                resource "aws_lambda_function" "b" {
                  dynamic "environment" {
                    for_each = var.env == null ? [] : [var.env]
                    content {
                      variables = environment.value
                    }
                  }
                }
                resource "aws_lambda_function" "c" {
                  dynamic "environment" {
                    for_each = length(local.env) > 0 ? [local.env] : []
                    content {
                      variables = environment.value
                    }
                  }
                }
                locals {
                  env = { C = "3" }
                }
                """).read(new Terraform());
        DeployedFunction a = read.deployments().functions().get(0);
        assertThat(told(a.environment().get("A"))).isEqualTo("1…");
        assertThat(told(a.environment().get("B"))).isEqualTo("2");
        assertThat(a.environmentComplete()).isFalse();
        assertThat(read.deployments().functions().get(1).environmentComplete()).isFalse();
        DeployedFunction c = read.deployments().functions().get(2);
        assertThat(told(c.environment().get("C"))).isEqualTo("3");
        assertThat(c.environmentComplete()).isTrue();
        assertThat(read.gaps()).extracting(gap -> gap.location().line()).containsExactly(1, 6);
    }

    @Test
    void functionsByCountAndForEach() {
        TemplateFolder.Read read = folder.with("main.tf", """
                resource "aws_lambda_function" "each" {
                  for_each = { a = { t = 5 }, b = { t = 6 } }
                  timeout  = each.value.t
                  handler  = each.key
                }
                resource "aws_lambda_function" "none" {
                  count = var.on ? 1 : 0
                }
                variable "on" {
                  default = false
                }
                resource "aws_lambda_function" "two" {
                  count   = 2
                  timeout = count.index + 1
                }
                resource "aws_lambda_function" "unknown" {
                  for_each = var.functions
                  timeout  = each.value.timeout
                }
                resource "aws_lambda_function" "set" {
                  for_each = toset(["x"])
                  handler  = each.value
                }
                """).read(new Terraform());
        assertThat(read.deployments().functions())
                .extracting(DeployedFunction::id)
                .containsExactly("each[\"a\"]", "each[\"b\"]", "two[0]", "two[1]", "unknown", "set[\"x\"]");
        assertThat(read.deployments().functions())
                .extracting(function -> function.attribute(Attribute.TIMEOUT)
                        .map(TemplateFolder::told)
                        .orElse("-"))
                .containsExactly("5", "6", "1", "2", "${each.value.timeout}", "-");
        assertThat(read.gaps())
                .extracting(Gap::reason)
                .containsExactly("How often 'unknown' is deployed is not known.");
    }

    @Test
    void localModulesAreReadWithWhatIsPassed() {
        TemplateFolder.Read read = folder.with("infra/main.tf", """
                        module "db" {
                          source = "../modules/db"
                        }
                        module "fn" {
                          source  = "../modules/fn"
                          timeout = 20
                          host    = module.db.host
                          sizes   = { small = {}, big = { memory = 2048 } }
                        }
                        """)
                .with(
                        "modules/db/main.tf",
                        "resource \"aws_rds_cluster\" \"this\" {}\noutput \"host\" {\n value = aws_rds_cluster.this.endpoint\n}")
                .with("modules/fn/main.tf", """
                        variable "timeout" {}
                        variable "host" {}
                        variable "sizes" {
                          type = map(object({ memory = optional(number, 512) }))
                        }
                        resource "aws_lambda_function" "this" {
                          for_each    = var.sizes
                          timeout     = var.timeout
                          memory_size = each.value.memory
                          filename    = "${path.module}/code.jar"
                          environment {
                            variables = { HOST = var.host }
                          }
                        }
                        """)
                .read(new Terraform());
        assertThat(read.deployments().functions()).hasSize(2);
        DeployedFunction small = read.deployments().functions().get(0);
        assertThat(small.id()).isEqualTo("this[\"small\"]");
        assertThat(told(small.environment().get("HOST"))).isEqualTo("${module.db.aws_rds_cluster.this.endpoint}");
        assertThat(way(small.attribute(Attribute.TIMEOUT).orElseThrow())).endsWith("infra/main.tf:6");
        assertThat(small.attribute(Attribute.MEMORY).map(TemplateFolder::told)).contains("512");
        assertThat(small.attribute(Attribute.CODE).map(TemplateFolder::told)).contains("modules/fn/code.jar");
        assertThat(read.deployments()
                        .functions()
                        .get(1)
                        .attribute(Attribute.MEMORY)
                        .map(TemplateFolder::told))
                .contains("2048");
        assertThat(read.deployments().databases().get(0).id()).isEqualTo("module.db.aws_rds_cluster.this");
        assertThat(read.gaps()).isEmpty();
    }

    @Test
    void modulesFromElsewhereAreTold() {
        TemplateFolder.Read read = folder.with("main.tf", """
                module "theirs" {
                  source = "git::https://example.com/lambda.git"
                }
                module "vpc" {
                  source = "terraform-aws-modules/vpc/aws"
                }
                module "gone" {
                  source = "./nowhere"
                }
                module "other" {
                  source = "cloudposse/rds/aws"
                }
                """).read(new Terraform());
        assertThat(read.gaps()).extracting(gap -> gap.location().line()).containsExactly(1, 7, 10);
    }

    @Test
    void theModuleOfTheRegistryMakesAFunction() {
        List<DeployedFunction> all = folder.with("infra/main.tf", """
                module "orders" {
                  source        = "terraform-aws-modules/lambda/aws"
                  version       = "7.0.0"
                  function_name = "orders"
                  handler       = "com.acme.H"
                  runtime       = "java21"
                  timeout       = 12
                  snap_start    = true
                  tracing_mode  = "Active"
                  reserved_concurrent_executions = 4
                  local_existing_package         = "../target/a.jar"
                  environment_variables = {
                    HOST = module.db.db_instance_address
                  }
                  event_source_mapping = {
                    queue = {
                      event_source_arn = aws_sqs_queue.q.arn
                      batch_size       = 3
                      scaling_config   = { maximum_concurrency = 2 }
                    }
                  }
                  allowed_triggers = {
                    api = { service = "apigateway" }
                  }
                }
                module "layer" {
                  source       = "terraform-aws-modules/lambda/aws"
                  create_layer = true
                }
                resource "aws_sqs_queue" "q" {}
                """)
                .read(new Terraform())
                .deployments()
                .functions();
        assertThat(all).hasSize(1);
        DeployedFunction function = all.get(0);
        assertThat(function.id()).isEqualTo("orders");
        assertThat(function.attribute(Attribute.TIMEOUT).map(TemplateFolder::told))
                .contains("12");
        assertThat(function.attribute(Attribute.SNAP_START).map(TemplateFolder::told))
                .contains("PublishedVersions");
        assertThat(function.attribute(Attribute.RESERVED_CONCURRENCY).map(TemplateFolder::told))
                .contains("4");
        assertThat(function.attribute(Attribute.CODE).map(TemplateFolder::told)).contains("target/a.jar");
        assertThat(told(function.environment().get("HOST"))).isEqualTo("${module.db.db_instance_address}");
        assertThat(function.triggers())
                .extracting(Trigger::kind)
                .containsExactly(Trigger.Kind.SQS, Trigger.Kind.REQUEST);
        assertThat(function.triggers().get(0).bound(Bound.MAXIMUM_CONCURRENCY).map(TemplateFolder::told))
                .contains("2");
    }

    @Test
    void triggersByWhoNamesTheFunction() {
        DeployedFunction function = function("""
                resource "aws_lambda_function" "f" {
                  function_name = "f"
                }
                resource "aws_lambda_event_source_mapping" "queue" {
                  function_name    = aws_lambda_function.f.arn
                  event_source_arn = aws_sqs_queue.q.arn
                  batch_size       = 10
                  scaling_config {
                    maximum_concurrency = 5
                  }
                }
                resource "aws_sqs_queue" "q" {}
                resource "aws_lambda_event_source_mapping" "stream" {
                  function_name          = "f"
                  event_source_arn       = "arn:aws:kinesis:eu-west-1:1:stream/s"
                  parallelization_factor = 2
                }
                resource "aws_lambda_event_source_mapping" "table" {
                  function_name    = aws_lambda_function.f.arn
                  event_source_arn = aws_dynamodb_table.t.stream_arn
                }
                resource "aws_lambda_event_source_mapping" "topic" {
                  function_name = aws_lambda_function.f.arn
                  topics        = ["orders"]
                }
                resource "aws_lambda_function_url" "url" {
                  function_name = aws_lambda_function.f.function_name
                }
                resource "aws_cloudwatch_event_rule" "hourly" {
                  schedule_expression = "rate(1 hour)"
                }
                resource "aws_cloudwatch_event_target" "hourly" {
                  rule = aws_cloudwatch_event_rule.hourly.name
                  arn  = aws_lambda_function.f.arn
                }
                resource "aws_lambda_permission" "api" {
                  function_name = aws_lambda_function.f.function_name
                  principal     = "apigateway.amazonaws.com"
                }
                resource "aws_lambda_permission" "topic" {
                  function_name = aws_lambda_function.f.function_name
                  principal     = "sns.amazonaws.com"
                }
                resource "aws_lambda_function" "other" {}
                """);
        assertThat(function.triggers())
                .extracting(Trigger::kind)
                .containsExactly(
                        Trigger.Kind.SQS,
                        Trigger.Kind.KINESIS,
                        Trigger.Kind.DYNAMODB,
                        Trigger.Kind.KAFKA,
                        Trigger.Kind.REQUEST,
                        Trigger.Kind.SCHEDULE,
                        Trigger.Kind.ASYNCHRONOUS);
        assertThat(function.triggers().get(0).bound(Bound.BATCH_SIZE).map(TemplateFolder::told))
                .contains("10");
        assertThat(function.triggers().get(0).bound(Bound.MAXIMUM_CONCURRENCY).map(TemplateFolder::told))
                .contains("5");
        assertThat(function.triggers()
                        .get(1)
                        .bound(Bound.PARALLELIZATION_FACTOR)
                        .map(TemplateFolder::told))
                .contains("2");
    }

    @Test
    void theCodeOfArchivesAndObjects() {
        String archive = "data \"archive_file\" \"z\" {\n source_dir = \"../src\"\n output_path = \"out.zip\"\n}\n";
        assertThat(attribute(
                        archive
                                + "resource \"aws_lambda_function\" \"f\" {\n filename = data.archive_file.z.output_path\n}",
                        Attribute.CODE))
                .isEqualTo("src");
        assertThat(attribute(
                        "resource \"aws_s3_object\" \"o\" {\n key = \"k\"\n source = \"build/a.zip\"\n}\n"
                                + "resource \"aws_lambda_function\" \"f\" {\n s3_key = aws_s3_object.o.key\n}",
                        Attribute.CODE))
                .isEqualTo("infra/build/a.zip");
        assertThat(attribute(
                        "resource \"aws_lambda_function\" \"f\" {\n s3_key = \"k\"\n source_code_hash = filebase64sha256(\"a.jar\")\n}",
                        Attribute.CODE))
                .isEqualTo("infra/a.jar");
        assertThat(attribute(
                        "resource \"aws_lambda_function\" \"f\" {\n filename = \"../../../out.jar\"\n}",
                        Attribute.CODE))
                .isEqualTo("?");
    }
}

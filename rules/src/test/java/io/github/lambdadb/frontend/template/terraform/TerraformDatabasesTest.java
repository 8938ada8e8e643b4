package io.github.lambdadb.frontend.template.terraform;

import static io.github.lambdadb.frontend.template.TemplateFolder.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.DeployedDatabase;
import io.github.lambdadb.facts.DeployedDatabase.Attribute;
import io.github.lambdadb.facts.DeployedProxy;
import io.github.lambdadb.facts.Deployments;
import io.github.lambdadb.facts.RotatedSecret;
import io.github.lambdadb.frontend.template.TemplateFolder;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases, proxies and secrets of Terraform. */
class TerraformDatabasesTest {
    @TempDir
    private Path root;

    private Deployments read(String text) {
        return new TemplateFolder(root)
                .with("main.tf", text)
                .read(new Terraform())
                .deployments();
    }

    private static Map<String, String> attributes(DeployedDatabase database) {
        Map<String, String> all = new TreeMap<>();
        database.attributes().forEach((attribute, value) -> all.put(attribute.name(), told(value)));
        return all;
    }

    @Test
    void anInstanceWithItsParameterGroup() {
        DeployedDatabase database = read("""
                resource "aws_db_instance" "orders" {
                  engine               = "postgres"
                  engine_version       = "16.3"
                  instance_class       = "db.t4g.micro"
                  db_name              = "shop"
                  port                 = 5433
                  parameter_group_name = aws_db_parameter_group.own.name
                  iam_database_authentication_enabled = true
                  password             = "hunter2"
                }
                resource "aws_db_parameter_group" "own" {
                  family = "postgres16"
                  parameter {
                    name  = "Idle_Session_Timeout"
                    value = "60000"
                  }
                  parameter {
                    name  = "max_connections"
                    value = var.most
                  }
                }
                variable "most" {
                  default = 50
                }
                """).databases().get(0);
        assertThat(database.id()).isEqualTo("aws_db_instance.orders");
        assertThat(database.kind()).isEqualTo(DeployedDatabase.Kind.INSTANCE);
        assertThat(attributes(database))
                .containsOnly(
                        Map.entry("ENGINE", "postgres"),
                        Map.entry("ENGINE_VERSION", "16.3"),
                        Map.entry("INSTANCE_CLASS", "db.t4g.micro"),
                        Map.entry("DATABASE_NAME", "shop"),
                        Map.entry("PORT", "5433"),
                        Map.entry("IAM_AUTHENTICATION", "true"));
        assertThat(database.parameter("idle_session_timeout").map(TemplateFolder::told))
                .contains("60000");
        assertThat(database.parameter("max_connections").map(TemplateFolder::told))
                .contains("50");
        assertThat(database.parametersComplete()).isTrue();
    }

    @Test
    void aGroupThatIsNotThereIsNotComplete() {
        String text = "resource \"aws_db_instance\" \"a\" {\n parameter_group_name = %s\n}\n";
        assertThat(read(text.formatted("\"theirs\"")).databases().get(0).parametersComplete())
                .isFalse();
        assertThat(read(text.formatted("var.group")).databases().get(0).parametersComplete())
                .isFalse();
        assertThat(read(text.formatted("\"default.postgres16\""))
                        .databases()
                        .get(0)
                        .parametersComplete())
                .isTrue();
        assertThat(read(text.formatted("null")).databases().get(0).parametersComplete())
                .isTrue();
        Deployments dynamic = read(text.formatted("aws_db_parameter_group.g.id")
                + "resource \"aws_db_parameter_group\" \"g\" {\n dynamic \"parameter\" {\n for_each = var.p\n content {\n"
                + " name = parameter.value.name\n value = parameter.value.value\n }\n }\n}");
        assertThat(dynamic.databases().get(0).parametersComplete()).isFalse();
    }

    @Test
    void aClusterWithItsInstances() {
        DeployedDatabase database = read("""
                resource "aws_rds_cluster" "c" {
                  engine                          = "aurora-mysql"
                  database_name                   = "shop"
                  enable_http_endpoint            = true
                  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.g.name
                  serverlessv2_scaling_configuration {
                    min_capacity             = 0.5
                    max_capacity             = 4
                    seconds_until_auto_pause = 300
                  }
                }
                resource "aws_rds_cluster_instance" "i" {
                  count                   = 2
                  cluster_identifier      = aws_rds_cluster.c.id
                  instance_class          = count.index == 0 ? "db.serverless" : "db.r6g.large"
                  db_parameter_group_name = aws_db_parameter_group.own.name
                }
                resource "aws_rds_cluster_parameter_group" "g" {
                  parameter {
                    name  = "wait_timeout"
                    value = 60
                  }
                  parameter {
                    name  = "max_connections"
                    value = 100
                  }
                }
                resource "aws_db_parameter_group" "own" {
                  parameter {
                    name  = "max_connections"
                    value = 200
                  }
                }
                """).databases().get(0);
        assertThat(database.kind()).isEqualTo(DeployedDatabase.Kind.CLUSTER);
        assertThat(attributes(database))
                .containsOnly(
                        Map.entry("ENGINE", "aurora-mysql"),
                        Map.entry("DATABASE_NAME", "shop"),
                        Map.entry("DATA_API", "true"),
                        Map.entry("INSTANCE_CLASS", "db.serverless|db.r6g.large"),
                        Map.entry("MINIMUM_CAPACITY", "0.5"),
                        Map.entry("MAXIMUM_CAPACITY", "4"),
                        Map.entry("AUTO_PAUSE", "300"));
        assertThat(database.parameter("wait_timeout").map(TemplateFolder::told)).contains("60");
        assertThat(database.parameter("max_connections").map(TemplateFolder::told))
                .contains("200");
        assertThat(database.parametersComplete()).isTrue();
    }

    @Test
    void databasesOfModulesOfTheRegistry() {
        Deployments read = read("""
                module "db" {
                  source         = "terraform-aws-modules/rds/aws"
                  engine         = "mysql"
                  instance_class = "db.t3.small"
                  parameters = [
                    { name = "wait_timeout", value = "30" },
                  ]
                }
                module "aurora" {
                  source         = "terraform-aws-modules/rds-aurora/aws"
                  engine         = "aurora-postgresql"
                  instance_class = "db.r6g.large"
                  instances      = { one = {}, two = { instance_class = "db.serverless" } }
                  serverlessv2_scaling_configuration = {
                    max_capacity = 8
                  }
                  create_db_cluster_parameter_group = false
                  db_cluster_parameter_group_name   = "theirs"
                }
                module "proxy" {
                  source                  = "github.com/terraform-aws-modules/terraform-aws-rds-proxy"
                  engine_family           = "MYSQL"
                  idle_client_timeout     = 60
                  max_connections_percent = 50
                  db_instance_identifier  = module.db.db_instance_identifier
                }
                """);
        assertThat(read.databases()).extracting(DeployedDatabase::id).containsExactly("module.db", "module.aurora");
        assertThat(told(read.databases().get(0).parameter("wait_timeout").orElseThrow()))
                .isEqualTo("30");
        assertThat(read.databases().get(0).parametersComplete()).isTrue();
        assertThat(attributes(read.databases().get(1)))
                .containsEntry("INSTANCE_CLASS", "db.r6g.large|db.serverless")
                .containsEntry("MAXIMUM_CAPACITY", "8");
        assertThat(read.databases().get(1).parametersComplete()).isFalse();
        assertThat(read.proxies().get(0).targets()).containsExactly("module.db");
        assertThat(read.proxies()
                        .get(0)
                        .attribute(DeployedProxy.Attribute.IDLE_CLIENT_TIMEOUT)
                        .map(TemplateFolder::told))
                .contains("60");
    }

    @Test
    void aProxyWithItsTargets() {
        DeployedProxy proxy = read("""
                resource "aws_db_proxy" "p" {
                  name                = "p"
                  engine_family       = "POSTGRESQL"
                  idle_client_timeout = 300
                  require_tls         = true
                }
                resource "aws_db_proxy_default_target_group" "g" {
                  db_proxy_name = aws_db_proxy.p.name
                  connection_pool_config {
                    max_connections_percent = 80
                    init_query              = "SET x = 1"
                    session_pinning_filters = ["EXCLUDE_VARIABLE_SETS"]
                  }
                }
                resource "aws_db_proxy_target" "t" {
                  db_proxy_name          = "p"
                  db_instance_identifier = aws_db_instance.d.identifier
                }
                resource "aws_db_proxy_target" "theirs" {
                  db_proxy_name         = "p"
                  db_cluster_identifier = "theirs"
                }
                resource "aws_db_instance" "d" {
                  identifier = "orders"
                }
                """).proxies().get(0);
        assertThat(proxy.id()).isEqualTo("aws_db_proxy.p");
        assertThat(proxy.targets()).containsExactly("aws_db_instance.d", "theirs");
        Map<String, String> all = new TreeMap<>();
        proxy.attributes().forEach((attribute, value) -> all.put(attribute.name(), told(value)));
        assertThat(all)
                .containsOnly(
                        Map.entry("PROXY_NAME", "p"),
                        Map.entry("ENGINE_FAMILY", "POSTGRESQL"),
                        Map.entry("IDLE_CLIENT_TIMEOUT", "300"),
                        Map.entry("REQUIRES_TLS", "true"),
                        Map.entry("MAXIMUM_CONNECTIONS_PERCENT", "80"),
                        Map.entry("INITIAL_QUERY", "SET x = 1"),
                        Map.entry("PINNING_FILTERS", "EXCLUDE_VARIABLE_SETS"));
    }

    @Test
    void secretsThatAreRotatedAndDsql() {
        Deployments read = read("""
                resource "aws_secretsmanager_secret" "s" {}
                resource "aws_secretsmanager_secret_rotation" "r" {
                  secret_id = aws_secretsmanager_secret.s.id
                }
                resource "aws_db_instance" "d" {
                  manage_master_user_password = true
                }
                resource "aws_dsql_cluster" "q" {}
                """);
        assertThat(read.rotatedSecrets())
                .extracting(RotatedSecret::id)
                .containsExactly("aws_secretsmanager_secret.s", "aws_db_instance.d.master_user_secret");
        assertThat(read.rotatedSecrets().get(0).location()).hasToString("main.tf:2");
        assertThat(read.databases().get(1).kind()).isEqualTo(DeployedDatabase.Kind.DSQL);
        assertThat(read.databases().get(1).attribute(Attribute.ENGINE)).isEmpty();
    }
}

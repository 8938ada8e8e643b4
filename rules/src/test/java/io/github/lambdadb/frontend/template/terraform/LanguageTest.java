package io.github.lambdadb.frontend.template.terraform;

import static io.github.lambdadb.frontend.template.TemplateFolder.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.DeployedFunction;
import io.github.lambdadb.facts.DeployedFunction.Attribute;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.frontend.template.TemplateFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The language of Terraform, by what a variable of an environment becomes. */
class LanguageTest {
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

    /** What a variable of the environment becomes when its value is that expression, among those declarations. */
    private String value(String expression, String declarations) {
        DeployedFunction function =
                function("resource \"aws_lambda_function\" \"f\" {\n environment {\n variables = {\n X = " + expression
                        + "\n }\n }\n}\n" + declarations);
        return function.environment().containsKey("X")
                ? told(function.environment().get("X"))
                : "not set";
    }

    @Test
    void aUrlOfLiteralsAndReferencesIsATextWithHoles() {
        assertThat(value(
                        "\"jdbc:postgresql://${aws_db_instance.orders.address}:5432/${aws_db_instance.orders.db_name}\"",
                        "resource \"aws_db_instance\" \"orders\" {\n db_name = \"shop\"\n}"))
                .isEqualTo("jdbc:postgresql://${aws_db_instance.orders.address}:5432/shop");
        assertThat(value(
                        "\"jdbc:mysql://${split(\":\", aws_db_instance.orders.endpoint)[0]}/x\"",
                        "resource \"aws_db_instance\" \"orders\" {}"))
                .isEqualTo("jdbc:mysql://${aws_db_instance.orders.address}/x");
        assertThat(value("\"a-${uuid()}-b\"", "")).isEqualTo("a-${uuid()}-b");
        assertThat(value("uuid()", "")).isEqualTo("?");
        assertThat(value("data.aws_db_instance.old.address", "")).isEqualTo("${data.aws_db_instance.old.address}");
        assertThat(value("jsondecode(data.aws_secretsmanager_secret_version.s.secret_string).username", ""))
                .isEqualTo("${data.aws_secretsmanager_secret_version.s.secret_string.username}");
        assertThat(value("terraform.workspace", "")).isEqualTo("${terraform.workspace}");
    }

    @Test
    void aVariableIsItsDefault() {
        DeployedFunction function = function("""
                variable "timeout" {
                  default = 15
                }
                resource "aws_lambda_function" "f" {
                  timeout = var.timeout
                }
                """);
        assertThat(function.attribute(Attribute.TIMEOUT).map(TemplateFolder::told))
                .contains("15");
        assertThat(function.attribute(Attribute.TIMEOUT).map(TemplateFolder::way))
                .contains("infra/main.tf:5 > infra/main.tf:2");
        assertThat(value("var.none", "variable \"none\" {}")).isEqualTo("${var.none}");
        assertThat(value("var.nothing", "variable \"nothing\" {\n default = null\n}"))
                .isEqualTo("not set");
    }

    @Test
    void filesOfVariablesWinOverDefaults() {
        folder.with("infra/terraform.tfvars", "a = 1\nb = 1\n")
                .with("infra/z.auto.tfvars", "b = 2\n")
                .with("infra/zz.auto.tfvars.json", "{\"c\": 3}")
                .with("infra/prod.tfvars", "a = 9\nb = 9\nc = 9\n");
        String declarations =
                "variable \"a\" {\n default = 0\n}\nvariable \"b\" {\n default = 0\n}\nvariable \"c\" {}\n";
        assertThat(value("\"${var.a}-${var.b}-${var.c}\"", declarations)).isEqualTo("1-2-3");
    }

    @Test
    void secretsShowNoValue() {
        assertThat(value("var.s", "variable \"s\" {\n sensitive = true\n default = \"hunter2\"\n}"))
                .isEqualTo("${var.s}");
        assertThat(value(
                        "aws_db_instance.d.password",
                        "resource \"aws_db_instance\" \"d\" {\n password = \"hunter2\"\n}"))
                .isEqualTo("${aws_db_instance.d.password}");
        assertThat(value(
                        "aws_secretsmanager_secret.s.name",
                        "resource \"aws_secretsmanager_secret\" \"s\" {\n name = \"shop\"\n}"))
                .isEqualTo("${aws_secretsmanager_secret.s.name}");
        assertThat(value("sensitive(\"hunter2\")", "")).isEqualTo("${sensitive}");
        DeployedFunction function =
                function("resource \"aws_lambda_function\" \"f\" {\n environment {\n variables = {\n"
                        + " DB_PASSWORD = \"hunter2\"\n DB_SECRET_ARN = \"arn:s\"\n API_TOKEN = var.token\n }\n }\n}");
        assertThat(told(function.environment().get("DB_PASSWORD"))).isEqualTo("***");
        assertThat(told(function.environment().get("DB_SECRET_ARN"))).isEqualTo("arn:s");
        assertThat(told(function.environment().get("API_TOKEN"))).isEqualTo("${var.token}");
    }

    @Test
    void conditionsThatAreNotKnownLeaveBothBranches() {
        assertThat(value("var.x == \"prod\" ? \"big\" : \"small\"", "variable \"x\" {}"))
                .isEqualTo("big|small");
        assertThat(value("var.x == \"prod\" ? \"big\" : \"small\"", "variable \"x\" {\n default = \"prod\"\n}"))
                .isEqualTo("big");
        assertThat(value("var.x ? \"big\" : null", "variable \"x\" {}")).isEqualTo("big…");
        assertThat(value("local.x ? 1 : 2", "locals {\n x = !(1 + 2 * 3 > 7) && true || false\n}"))
                .isEqualTo("1");
        assertThat(value("merge({ a = 1 }, var.on ? { b = 2 } : {}).b", "variable \"on\" {}"))
                .isEqualTo("2…");
    }

    @Test
    void functionsThatAreUnderstood() {
        assertThat(value("format(\"%s-%d%%\", \"a\", 5)", "")).isEqualTo("a-5%");
        assertThat(value("join(\",\", concat([\"a\"], [upper(\"b\")]))", "")).isEqualTo("a,B");
        assertThat(value("lookup({ a = 1 }, \"b\", 7)", "")).isEqualTo("7");
        assertThat(value("coalesce(null, \"\", \"c\")", "")).isEqualTo("c");
        assertThat(value("try(local.m.missing, \"d\")", "locals {\n m = {}\n}")).isEqualTo("d");
        assertThat(value("element([\"a\", \"b\"], 3)", "")).isEqualTo("b");
        assertThat(value("length([1, 2]) + max(1, 5) - min(2, 3)", "")).isEqualTo("5");
        assertThat(value("replace(trimspace(\" a.b \"), \".\", \"/\")", "")).isEqualTo("a/b");
        assertThat(value("[for k, v in { a = 1, b = 2 } : \"${k}${v}\" if v > 1][0]", ""))
                .isEqualTo("b2");
        assertThat(value("{ for s in [\"x\", \"y\"] : s => upper(s) }[\"y\"]", ""))
                .isEqualTo("Y");
        assertThat(value("jsonencode({ host = aws_db_proxy.p.endpoint })", ""))
                .isEqualTo("{\"host\":\"${aws_db_proxy.p.endpoint}\"}");
        assertThat(value("one([for s in [] : s])", "")).isEqualTo("not set");
        assertThat(value("keys({ b = 1, a = 2 })[0]", "")).isEqualTo("a");
        assertThat(value("contains([\"a\"], \"a\") ? 1 : 2", "")).isEqualTo("1");
        assertThat(value("values({ a = 5 })[0] * 2 / 4 % 2", "")).isEqualTo("0.5");
        assertThat(value("merge([{ a = 1 }, { a = 2 }]...).a", "")).isEqualTo("2");
    }

    @Test
    void textsInEveryForm() {
        assertThat(value("<<EOT\nhost=${var.h}\n  two\nEOT", "")).isEqualTo("host=${var.h}\n  two\n");
        assertThat(value("<<-EOT\n      a\n        b\n    EOT", "")).isEqualTo("a\n  b\n");
        assertThat(value("\"a\\n\\\"b\\\"\\\\ $${c}\"", "")).isEqualTo("a\n\"b\"\\ ${c}");
        assertThat(value("\"${~ \"a\" ~}b\"", "")).isEqualTo("ab");
        assertThat(value("\"%{ if true }a%{ endif }\"", "")).isEqualTo("${directive}a${directive}");
        assertThat(value("(\n1\n)", "")).isEqualTo("1");
        assertThat(value("join(\",\", local.a[*].b)", "locals {\n a = [{ b = 1 }]\n}"))
                .isEqualTo("1");
        assertThat(value("local.a.0.b", "locals {\n a = [{ b = 1 }]\n}")).isEqualTo("1");
        assertThat(value("local.big[\"k\"]", "locals {\n big = { \"k\" : 1,\n (\"l\") = 2 }\n}"))
                .isEqualTo("1");
    }

    @Test
    void theOnlyInstanceHasNoNumber() {
        String one = "resource \"aws_db_instance\" \"d\" {\n count = 1\n}";
        assertThat(value("aws_db_instance.d[0].address", one)).isEqualTo("${aws_db_instance.d.address}");
        assertThat(value("join(\"\", aws_db_instance.d[*].address)", one)).isEqualTo("${aws_db_instance.d.address}");
        assertThat(value("aws_db_instance.d[1].address", one.replace("1", "2")))
                .isEqualTo("${aws_db_instance.d[1].address}");
    }

    @Test
    void jsonIsReadAlike() {
        DeployedFunction function = folder.with("main.tf.json", """
                {"variable": {"t": {"default": 9}},
                 "resource": {"aws_lambda_function": {"f": {
                   "timeout": "${var.t}", "handler": "h",
                   "environment": [{"variables": {"URL": "jdbc:mysql://${aws_db_instance.d.address}/x"}}]}}}}
                """)
                .read(new Terraform())
                .deployments()
                .functions()
                .get(0);
        assertThat(function.attribute(Attribute.TIMEOUT).map(TemplateFolder::told))
                .contains("9");
        assertThat(told(function.environment().get("URL"))).isEqualTo("jdbc:mysql://${aws_db_instance.d.address}/x");
    }

    @Test
    void whatCannotBeReadIsAGapAndTheRestIsRead() {
        TemplateFolder.Read read = folder.with("main.tf", """
                resource "aws_lambda_function" "f" {
                  timeout = = 3
                  handler = "h"
                }
                """).read(new Terraform());
        DeployedFunction function = read.deployments().functions().get(0);
        assertThat(function.attribute(Attribute.TIMEOUT).map(TemplateFolder::told))
                .contains("?");
        assertThat(function.attribute(Attribute.HANDLER).map(TemplateFolder::told))
                .contains("h");
        assertThat(read.gaps()).extracting(Gap::kind).containsExactly(Gap.Kind.UNPARSABLE_FILE);
        assertThat(read.gaps().get(0).location()).hasToString("main.tf:2");
    }
}

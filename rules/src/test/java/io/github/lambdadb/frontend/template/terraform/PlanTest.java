package io.github.lambdadb.frontend.template.terraform;

import static io.github.lambdadb.frontend.template.TemplateFolder.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdadb.facts.DeployedDatabase;
import io.github.lambdadb.facts.DeployedFunction;
import io.github.lambdadb.facts.DeployedFunction.Attribute;
import io.github.lambdadb.facts.Deployments;
import io.github.lambdadb.facts.Trigger;
import io.github.lambdadb.frontend.template.TemplateFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans as JSON. */
class PlanTest {
    static final String PLAN = """
            {"format_version": "1.2", "terraform_version": "1.9.0",
             "planned_values": {"root_module": {
               "resources": [
                 {"address": "aws_lambda_function.f", "mode": "managed", "type": "aws_lambda_function", "name": "f",
                  "values": {"function_name": "orders", "timeout": 30, "reserved_concurrent_executions": -1, "layers": null,
                    "filename": "../target/a.jar", "snap_start": [], "package_type": "Zip",
                    "environment": [{"variables": {"MODE": "fast", "SECRET_VALUE": "hunter2"}}]},
                  "sensitive_values": {"environment": [{"variables": {"SECRET_VALUE": true}}]}},
                 {"address": "aws_lambda_function.many[0]", "mode": "managed", "type": "aws_lambda_function", "name": "many",
                  "values": {}},
                 {"address": "aws_lambda_function_url.u", "mode": "managed", "type": "aws_lambda_function_url", "name": "u",
                  "values": {"function_name": "arn:aws:lambda:eu-west-1:1:function:orders"}}],
               "child_modules": [{"address": "module.db", "resources": [
                 {"address": "module.db.aws_db_instance.this", "mode": "managed", "type": "aws_db_instance", "name": "this",
                  "values": {"engine": "postgres", "instance_class": "db.t4g.micro"}},
                 {"address": "module.db.aws_db_parameter_group.this", "mode": "managed", "type": "aws_db_parameter_group",
                  "name": "this", "values": {"parameter": [{"name": "max_connections", "value": "90"}]}}]}]}},
             "resource_changes": [
               {"address": "aws_lambda_function.f", "change": {"after_unknown": {"arn": true,
                  "environment": [{"variables": {"HOST": true}}], "layers": true}}},
               {"address": "module.db.aws_db_instance.this", "change": {"after_unknown": {"parameter_group_name": true}}}],
             "configuration": {"root_module": {
               "resources": [
                 {"address": "aws_lambda_function.f", "expressions": {
                   "environment": [{"variables": {"references": ["module.db.host", "module.db"]}}]}},
                 {"address": "aws_lambda_function_url.u", "expressions": {
                   "function_name": {"references": ["aws_lambda_function.f.arn", "aws_lambda_function.f"]}}}],
               "module_calls": {"db": {"source": "./db", "module": {
                 "outputs": {"host": {"expression": {"references": ["aws_db_instance.this.address", "aws_db_instance.this"]}}},
                 "resources": [{"address": "aws_db_instance.this", "expressions": {
                   "parameter_group_name": {"references": ["aws_db_parameter_group.this.name", "aws_db_parameter_group.this"]}
                 }}]}}}}}}
            """;

    @TempDir
    private Path root;

    private Deployments read() {
        return new TemplateFolder(root)
                .with("infra/plan.json", PLAN)
                .with("package.json", "{}")
                .read(new Terraform())
                .deployments();
    }

    @Test
    void functions() {
        DeployedFunction function = read().functions().get(0);
        assertThat(function.id()).isEqualTo("f");
        assertThat(function.location()).hasToString("infra/plan.json:4");
        assertThat(function.attribute(Attribute.TIMEOUT).map(TemplateFolder::told))
                .contains("30");
        assertThat(function.attribute(Attribute.CODE).map(TemplateFolder::told)).contains("target/a.jar");
        assertThat(function.attribute(Attribute.RESERVED_CONCURRENCY)).isEmpty();
        assertThat(function.attribute(Attribute.SNAP_START)).isEmpty();
        assertThat(function.attribute(Attribute.LAYERS).map(TemplateFolder::told))
                .contains("?");
        assertThat(told(function.environment().get("MODE"))).isEqualTo("fast");
        assertThat(told(function.environment().get("SECRET_VALUE")))
                .isEqualTo("${aws_lambda_function.f.environment.variables.SECRET_VALUE}");
        assertThat(told(function.environment().get("HOST"))).isEqualTo("${module.db.aws_db_instance.this.address}…");
        assertThat(function.environmentComplete()).isTrue();
        assertThat(function.triggers()).extracting(Trigger::kind).containsExactly(Trigger.Kind.REQUEST);
        assertThat(read().functions().get(1).id()).isEqualTo("many[0]");
    }

    @Test
    void databasesInModules() {
        DeployedDatabase database = read().databases().get(0);
        assertThat(database.id()).isEqualTo("module.db.aws_db_instance.this");
        assertThat(database.attribute(DeployedDatabase.Attribute.ENGINE).map(TemplateFolder::told))
                .contains("postgres");
        assertThat(database.parameter("max_connections").map(TemplateFolder::told))
                .contains("90");
        assertThat(database.parametersComplete()).isTrue();
    }
}

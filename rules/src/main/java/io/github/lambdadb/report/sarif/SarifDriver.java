package io.github.lambdadb.report.sarif;

import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.issue.CheckReport.RulePage;
import io.github.lambdadb.report.JsonText;
import io.github.lambdadb.report.ToolVersion;
import io.github.lambdadb.rule.RuleDescriptor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** SARIF's {@code tool.driver}: the tool, and every rule that ran with its manual. */
record SarifDriver(JsonText json) {
    void write(CheckReport report) {
        json.manual("name", "lambda-db");
        ToolVersion.read().ifPresent(version -> json.manual("version", version));
        Map<String, String> pages =
                report.pages().stream().collect(Collectors.toMap(RulePage::rule, RulePage::markdown));
        json.objects("rules", report.rules(), rule -> rule(rule, pages.getOrDefault(rule.id(), rule.title())));
    }

    private void rule(RuleDescriptor rule, String page) {
        json.manual("id", rule.id());
        json.object("shortDescription", () -> json.manual("text", rule.title() + "."));
        json.object("fullDescription", () -> json.manual("text", rule.title() + "."));
        json.object("help", () -> {
            json.manual("text", page);
            json.manual("markdown", page);
        });
        String level = rule.severity().level();
        json.object("defaultConfiguration", () -> json.manual("level", level));
        json.object("properties", () -> {
            json.strings("tags", List.of(rule.category().name().toLowerCase(Locale.ROOT), "aws-lambda", "database"));
            json.manual("problem.severity", level.equals("note") ? "recommendation" : level);
        });
    }
}

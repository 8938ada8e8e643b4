package io.github.lambdadb.report.sarif;

import com.google.auto.service.AutoService;
import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.report.JsonText;
import io.github.lambdadb.report.Reporter;
import io.github.lambdadb.rule.RuleDescriptor;
import java.util.List;

/** SARIF 2.1.0, the subset that code scanning services read: one run with all rules, results and gaps. */
@AutoService(Reporter.class)
public final class SarifReporter implements Reporter {
    @Override
    public String name() {
        return "sarif";
    }

    @Override
    public String fileName() {
        return "lambda-db.sarif";
    }

    @Override
    public String render(CheckReport report) {
        return JsonText.of(json -> {
            json.manual("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.manual("version", "2.1.0");
            json.objects("runs", List.of(report), run -> run(json, run));
        });
    }

    private static void run(JsonText json, CheckReport report) {
        List<String> rules = report.rules().stream().map(RuleDescriptor::id).toList();
        SarifResult results = new SarifResult(json, rules);
        json.object("tool", () -> json.object("driver", () -> new SarifDriver(json).write(report)));
        json.object("automationDetails", () -> json.manual("id", "lambda-db/"));
        json.objects("invocations", List.of(report), each -> new SarifInvocation(json).write(each));
        json.manual("columnKind", "utf16CodeUnits");
        json.objects("results", report.issues(), issue -> {
            results.write(issue);
            if (report.isCompared()) {
                json.manual("baselineState", report.isKnown(issue) ? "unchanged" : "new");
            }
        });
    }
}

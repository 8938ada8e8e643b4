package io.github.lambdadb.report.json;

import com.google.auto.service.AutoService;
import io.github.lambdadb.facts.Coverage;
import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.issue.Issue;
import io.github.lambdadb.issue.Outcome;
import io.github.lambdadb.issue.Status;
import io.github.lambdadb.report.JsonText;
import io.github.lambdadb.report.Reporter;

/** The whole report for programs: issues, the inventory behind them, gaps and coverage; its shape is documented. */
@AutoService(Reporter.class)
public final class JsonReporter implements Reporter {
    @Override
    public String name() {
        return "json";
    }

    @Override
    public String fileName() {
        return "lambda-db.json";
    }

    @Override
    public String render(CheckReport report) {
        return JsonText.of(json -> {
            json.number("formatVersion", 1);
            outcome(json, report.outcome());
            json.objects("issues", report.issues(), issue -> {
                issue(json, issue);
                if (report.isCompared()) {
                    json.manual("baselineState", report.isKnown(issue) ? "unchanged" : "new");
                }
            });
            new JsonInventory(json).write(report.facts());
            json.objects("ruleFailures", report.failures(), failure -> {
                json.text("rule", failure.rule());
                json.text("reason", failure.reason());
            });
            json.object("coverage", () -> coverage(json, report.facts().coverage()));
        });
    }

    private static void outcome(JsonText json, Outcome outcome) {
        json.object("outcome", () -> {
            json.flag("passed", outcome instanceof Outcome.Passed);
            if (outcome instanceof Outcome.Failed failed) {
                json.text("summary", failed.summary());
            }
        });
    }

    private static void issue(JsonText json, Issue issue) {
        json.manual("rule", issue.rule().id());
        json.manual("severity", issue.severity().level());
        json.object("status", () -> status(json, issue.status()));
        json.manual("certainty", Names.of(issue.finding().certainty()));
        json.text("message", issue.finding().message());
        JsonPlaces places = new JsonPlaces(json);
        json.object("location", () -> places.location(issue.finding().location()));
        json.object("subject", () -> places.subject(issue.finding().subject()));
        places.evidence(issue.finding().evidence());
        json.manual("fingerprint", issue.fingerprint().value());
    }

    private static void status(JsonText json, Status status) {
        if (status instanceof Status.Suppressed suppressed) {
            json.manual("state", "suppressed");
            json.text("kind", suppressed.kind());
            json.text("reason", suppressed.reason());
        } else {
            json.manual("state", status instanceof Status.Open ? "open" : "baselined");
        }
    }

    private static void coverage(JsonText json, Coverage coverage) {
        json.number("filesRead", coverage.filesRead());
        json.number("filesParsed", coverage.filesParsed());
        json.number("filesLowered", coverage.filesLowered());
        json.number("callsFollowed", coverage.callsFollowed());
        json.number("callsNotFollowed", coverage.callsNotFollowed());
    }
}

package io.github.lambdadb.report.json;

import io.github.lambdadb.facts.Subject;
import io.github.lambdadb.report.JsonText;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;

/** Places, subjects and evidence as the JSON report shows them. */
record JsonPlaces(JsonText json) {
    void location(Location location) {
        json.manual("file", location.file());
        json.number("line", location.line());
        json.number("column", location.column());
        json.number("endLine", location.endLine());
        json.number("endColumn", location.endColumn());
    }

    void subject(Subject subject) {
        json.manual("file", subject.file());
        json.text("member", subject.member());
        json.text("name", subject.name());
    }

    void evidence(Evidence evidence) {
        json.objects("evidence", evidence.steps(), step -> {
            json.object("location", () -> location(step.location()));
            json.text("text", step.text());
        });
    }
}

package io.github.lambdadb.report.sarif;

import io.github.lambdadb.issue.Fix;
import io.github.lambdadb.issue.Issue;
import io.github.lambdadb.issue.Status;
import io.github.lambdadb.issue.TextEdit;
import io.github.lambdadb.report.JsonText;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** SARIF's {@code results[]}: an issue, the places that prove it, and its identity across edits. */
record SarifResult(JsonText json, List<String> rules) {
    private record Related(int id, Evidence.Step step) {}

    void write(Issue issue) {
        json.manual("ruleId", issue.rule().id());
        json.number("ruleIndex", rules.indexOf(issue.rule().id()));
        json.manual("level", issue.severity().level());
        json.object("message", () -> json.text("text", issue.finding().message()));
        json.objects("locations", List.of(issue.finding().location()), this::place);
        evidence(issue.finding().evidence().steps());
        json.object(
                "partialFingerprints",
                () -> json.manual("lambdaDbFinding/v1", issue.fingerprint().value()));
        status(issue.status());
        if (!issue.fixes().isEmpty()) {
            json.objects("fixes", issue.fixes(), this::fix);
        }
    }

    private void fix(Fix fix) {
        String grade = fix.grade().name().toLowerCase(Locale.ROOT);
        json.object("description", () -> json.text("text", fix.description() + " (" + grade + ")"));
        Map<String, List<TextEdit>> files = new TreeMap<>();
        fix.edits()
                .forEach(edit -> files.computeIfAbsent(edit.range().file(), file -> new ArrayList<>())
                        .add(edit));
        json.objects("artifactChanges", List.copyOf(files.entrySet()), file -> {
            json.object("artifactLocation", () -> json.manual("uri", SarifPlace.uri(file.getKey())));
            json.objects("replacements", file.getValue(), this::replacement);
        });
    }

    private void replacement(TextEdit edit) {
        json.object("deletedRegion", () -> new SarifPlace(json).region(edit.range()));
        json.object("insertedContent", () -> json.text("text", edit.replacement()));
    }

    private void evidence(List<Evidence.Step> steps) {
        if (steps.isEmpty()) {
            return;
        }
        List<Related> related = IntStream.range(0, steps.size())
                .mapToObj(i -> new Related(i + 1, steps.get(i)))
                .toList();
        json.objects("relatedLocations", related, each -> {
            json.number("id", each.id());
            step(each.step());
        });
        json.objects(
                "codeFlows",
                List.of(steps),
                flow -> json.objects(
                        "threadFlows",
                        List.of(flow),
                        thread ->
                                json.objects("locations", thread, step -> json.object("location", () -> step(step)))));
    }

    private void status(Status status) {
        if (status instanceof Status.Suppressed suppressed) {
            json.objects("suppressions", List.of(suppressed), each -> {
                json.manual("kind", each.kind());
                if (!each.reason().isBlank()) {
                    json.text("justification", each.reason());
                }
            });
        }
    }

    private void step(Evidence.Step step) {
        place(step.location());
        json.object("message", () -> json.text("text", step.text()));
    }

    private void place(Location location) {
        json.object("physicalLocation", () -> new SarifPlace(json).write(location));
    }
}

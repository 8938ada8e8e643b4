package io.github.lambdadb.report.gitlab;

import com.google.auto.service.AutoService;
import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.issue.Issue;
import io.github.lambdadb.report.JsonText;
import io.github.lambdadb.report.Reporter;
import io.github.lambdadb.rule.Severity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Open findings as GitLab's Code Quality report, which a merge request compares with that of its target. */
@AutoService(Reporter.class)
public final class GitlabReporter implements Reporter {
    private record Entry(Issue issue, String fingerprint) {}

    @Override
    public String name() {
        return "gitlab";
    }

    @Override
    public String fileName() {
        return "lambda-db-gitlab.json";
    }

    @Override
    public String render(CheckReport report) {
        return JsonText.array(entries(report), GitlabReporter::entry);
    }

    /** GitLab drops one of two entries with the same fingerprint, and a fingerprint of ours is unique within its file only. */
    private static List<Entry> entries(CheckReport report) {
        Map<String, Integer> seen = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        report.issues().stream().filter(Issue::isOpen).forEach(issue -> {
            String identity = String.join(
                    "\0",
                    issue.rule().id(),
                    issue.finding().location().file(),
                    issue.fingerprint().value());
            int ordinal = seen.merge(identity, 1, Integer::sum);
            byte[] unique = (identity + '\0' + ordinal).getBytes(StandardCharsets.UTF_8);
            entries.add(new Entry(issue, UUID.nameUUIDFromBytes(unique).toString()));
        });
        return entries;
    }

    private static void entry(JsonText json, Entry entry) {
        Issue issue = entry.issue();
        json.text("description", issue.finding().message());
        json.manual("check_name", issue.rule().id());
        json.manual("fingerprint", entry.fingerprint());
        json.manual("severity", severity(issue.severity()));
        json.object("location", () -> {
            json.manual("path", issue.finding().location().file());
            json.object(
                    "lines",
                    () -> json.number("begin", issue.finding().location().line()));
        });
    }

    /** {@code minor} and {@code blocker} are words for degrees that this tool does not tell apart. */
    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "critical";
            case WARNING -> "major";
            case NOTE -> "info";
        };
    }
}

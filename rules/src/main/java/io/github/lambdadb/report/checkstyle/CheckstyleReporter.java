package io.github.lambdadb.report.checkstyle;

import com.google.auto.service.AutoService;
import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.issue.Issue;
import io.github.lambdadb.report.Reporter;
import io.github.lambdadb.report.RuleName;
import io.github.lambdadb.report.XmlText;
import io.github.lambdadb.rule.Severity;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Open findings as Checkstyle would tell them, one element a file: Jenkins and many others read it. */
@AutoService(Reporter.class)
public final class CheckstyleReporter implements Reporter {
    /** The version of Checkstyle whose form this is; programs ask for one. */
    private static final String CHECKSTYLE = "10.0";

    @Override
    public String name() {
        return "checkstyle";
    }

    @Override
    public String fileName() {
        return "lambda-db-checkstyle.xml";
    }

    @Override
    public String render(CheckReport report) {
        Map<String, List<Issue>> files = new TreeMap<>();
        report.issues().stream()
                .filter(Issue::isOpen)
                .forEach(issue -> files.computeIfAbsent(
                                issue.finding().location().file(), file -> new ArrayList<>())
                        .add(issue));
        return XmlText.of(
                "checkstyle",
                Map.of("version", CHECKSTYLE),
                xml -> files.forEach((file, issues) -> xml.element(
                        "file", Map.of("name", file), errors -> issues.forEach(issue -> error(errors, issue)))));
    }

    private static void error(XmlText xml, Issue issue) {
        Location location = issue.finding().location();
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("line", String.valueOf(location.line()));
        attributes.put("column", String.valueOf(location.column()));
        attributes.put("severity", severity(issue.severity()));
        attributes.put("message", issue.finding().message());
        attributes.put("source", RuleName.of(issue.rule()));
        xml.element("error", attributes);
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "info";
        };
    }
}

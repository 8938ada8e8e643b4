package io.github.lambdadb.report.facts;

import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.IgnoredSetting;
import io.github.lambdadb.facts.JdbcUrl;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.report.Redaction;
import io.github.lambdadb.report.ValueText;
import io.github.lambdadb.report.Words;
import io.github.lambdadb.report.Wrapped;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** One connection source: what it is, who reaches it, every setting with its value and where that comes from. */
final class SourceText {
    private SourceText() {}

    static List<String> lines(ConnectionSource source) {
        List<String> lines = new ArrayList<>();
        // a bare connection is named by its driver's product, of which no version is asked
        String library = source.kind() == ConnectionSource.Kind.CONNECTION ? source.product() : source.library();
        lines.addAll(Wrapped.words("  ", library + ", " + Words.of(source.kind()) + ", at " + source.site()));
        field(
                lines,
                "held as",
                source.subject().name() + " in " + source.subject().member());
        field(lines, "lifetime", Words.of(source.lifetime()));
        field(lines, "functions", source.functionNames());
        field(lines, "URL", ValueText.of(source.urls(), JdbcUrl::text));
        source.endpoints().forEach(endpoint -> field(lines, "ends at", EndpointText.of(endpoint)));
        source.settings().values().stream()
                .sorted(Comparator.comparing(Setting::property))
                .forEach(setting -> setting(lines, setting));
        source.ignoredSettings().forEach(ignored -> ignored(lines, ignored));
        field(
                lines,
                "program name",
                withDetail(
                        Words.of(source.programName().state()),
                        source.programName().detail()));
        steps(lines, source.programName().evidence());
        source.idleTimeoutStories().forEach(story -> {
            field(lines, "idle story", withDetail(Words.of(story.grade()), story.description()));
            steps(lines, story.evidence());
        });
        field(
                lines,
                "renewal",
                withDetail(Words.of(source.renewal().kind()), source.renewal().detail()));
        steps(lines, source.renewal().evidence());
        source.unguardedCalls().forEach(call -> field(lines, "unguarded call", call.location() + " " + call.call()));
        if (!source.path().steps().isEmpty()) {
            field(lines, "path", "from the handler");
            steps(lines, source.path());
        }
        return lines;
    }

    private static void setting(List<String> lines, Setting setting) {
        String value = ValueText.of(setting.value(), text -> Redaction.of(setting, text));
        field(
                lines,
                setting.key().isEmpty() ? Words.of(setting.property()) : setting.key(),
                value + "  (" + Words.of(setting.origin()) + places(setting.value()) + ")");
    }

    private static String places(Value<String> value) {
        return ValueText.places(value).stream().map(place -> " " + place).collect(Collectors.joining());
    }

    private static void ignored(List<String> lines, IgnoredSetting ignored) {
        String inForce = ignored.inForce().isEmpty() ? "" : " (in force: " + ignored.inForce() + ")";
        field(
                lines,
                "not as set",
                "%s = %s, %s%s: %s"
                        .formatted(ignored.key(), ignored.set(), Words.of(ignored.fate()), inForce, ignored.reason()));
        steps(lines, ignored.evidence());
    }

    private static void steps(List<String> lines, Evidence evidence) {
        evidence.steps()
                .forEach(step -> lines.addAll(Wrapped.words(" ".repeat(24), step.location() + " " + step.text())));
    }

    private static void field(List<String> lines, String name, String value) {
        lines.addAll(Wrapped.words("    %-18s  ".formatted(Wrapped.line(name)), value));
    }

    private static String withDetail(String word, String detail) {
        return detail.isBlank() ? word : word + ": " + detail;
    }
}

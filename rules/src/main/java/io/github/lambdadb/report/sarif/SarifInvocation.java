package io.github.lambdadb.report.sarif;

import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.report.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** SARIF's {@code invocations[0]}: whether every rule ran to its end, and what the analysis could not see. */
record SarifInvocation(JsonText json) {
    private record Notification(String id, String level, String message, List<Gap> places) {}

    void write(CheckReport report) {
        json.flag("executionSuccessful", report.failures().isEmpty());
        List<Notification> notifications = new ArrayList<>();
        report.failures()
                .forEach(failure -> notifications.add(new Notification(
                        "rule-failure",
                        "error",
                        "Rule '" + failure.rule() + "' failed: " + failure.reason(),
                        List.of())));
        report.facts()
                .gaps()
                .forEach(gap -> notifications.add(
                        new Notification(id(gap.kind()), level(gap.kind()), gap.reason(), List.of(gap))));
        json.objects("toolExecutionNotifications", notifications, this::notification);
    }

    private void notification(Notification notification) {
        json.object("descriptor", () -> json.manual("id", notification.id()));
        json.manual("level", notification.level());
        json.object("message", () -> json.text("text", notification.message()));
        if (!notification.places().isEmpty()) {
            json.objects(
                    "locations",
                    notification.places(),
                    gap -> json.object("physicalLocation", () -> new SarifPlace(json).write(gap.location())));
        }
    }

    private static String id(Gap.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String level(Gap.Kind kind) {
        return switch (kind) {
            case UNPARSABLE_FILE, UNREADABLE_FILE, IGNORED_SUPPRESSION, OTHER_LANGUAGE -> "warning";
            default -> "note";
        };
    }
}

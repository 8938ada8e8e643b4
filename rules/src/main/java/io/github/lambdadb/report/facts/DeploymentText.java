package io.github.lambdadb.report.facts;

import io.github.lambdadb.facts.DeployedDatabase;
import io.github.lambdadb.facts.DeployedFunction;
import io.github.lambdadb.facts.DeployedProxy;
import io.github.lambdadb.facts.Deployments;
import io.github.lambdadb.facts.Trigger;
import io.github.lambdadb.report.Redaction;
import io.github.lambdadb.report.ValueText;
import io.github.lambdadb.report.Words;
import io.github.lambdadb.report.Wrapped;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What templates deploy: functions with their limits and variables, databases with their parameters, proxies. */
final class DeploymentText {
    private final List<String> lines = new ArrayList<>();

    static List<String> lines(Deployments deployments) {
        DeploymentText text = new DeploymentText();
        deployments.functions().forEach(text::function);
        deployments.databases().forEach(text::database);
        deployments.proxies().forEach(text::proxy);
        deployments.rotatedSecrets().forEach(secret -> text.head("rotated secret", secret.id(), secret.location()));
        return text.lines;
    }

    private void function(DeployedFunction function) {
        head("function", function.id(), function.location());
        values(function.attributes(), "");
        values(function.environment(), "variable ");
        if (!function.environmentComplete()) {
            field("variables", "there may be more");
        }
        for (Trigger trigger : function.triggers()) {
            field("trigger", Words.of(trigger.kind()) + "  (" + trigger.location() + ")");
            values(trigger.bounds(), "");
        }
    }

    private void database(DeployedDatabase database) {
        head(Words.of(database.kind()), database.id(), database.location());
        values(database.attributes(), "");
        values(database.parameters(), "parameter ");
        if (!database.parametersComplete()) {
            field("parameters", "there may be more");
        }
    }

    private void proxy(DeployedProxy proxy) {
        head("RDS Proxy", proxy.id(), proxy.location());
        values(proxy.attributes(), "");
        if (!proxy.targets().isEmpty()) {
            field("targets", String.join(", ", proxy.targets()));
        }
    }

    private void head(String what, String id, Location location) {
        lines.addAll(Wrapped.words("  ", what + " " + id + ", at " + location));
    }

    private void values(Map<?, Value<String>> values, String before) {
        ValueText.byName(values)
                .forEach((name, value) -> field(
                        before + name,
                        ValueText.of(value, text -> Redaction.named(name, text)) + ValueText.inBrackets(value)));
    }

    private void field(String name, String value) {
        lines.addAll(Wrapped.words("    %-18s  ".formatted(Wrapped.line(name)), value));
    }
}

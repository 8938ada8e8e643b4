package io.github.lambdadb.report.json;

import io.github.lambdadb.budget.Budget;
import io.github.lambdadb.facts.ConnectionSource;
import io.github.lambdadb.facts.DatabaseCall;
import io.github.lambdadb.facts.DeployedDatabase;
import io.github.lambdadb.facts.DeployedProxy;
import io.github.lambdadb.facts.Endpoint;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.IgnoredSetting;
import io.github.lambdadb.facts.JdbcUrl;
import io.github.lambdadb.facts.LambdaFunction;
import io.github.lambdadb.facts.Opening;
import io.github.lambdadb.facts.Setting;
import io.github.lambdadb.facts.UseAfterClose;
import io.github.lambdadb.report.JsonText;
import io.github.lambdadb.report.Redaction;
import java.util.Comparator;

/** The facts as the JSON report shows them: functions, connection sources with their settings, calls, gaps. */
record JsonInventory(JsonText json) {
    void write(Facts facts) {
        json.objects("functions", facts.functions(), function -> {
            json.text("name", function.name());
            json.text("handler", function.handler());
            json.object("location", () -> places().location(function.location()));
        });
        json.objects("sources", facts.sources(), this::source);
        json.objects("openings", facts.openings(), this::opening);
        json.objects("usesAfterClose", facts.usesAfterClose(), this::useAfterClose);
        json.objects("calls", facts.calls(), this::call);
        json.object("deployments", () -> new JsonDeployments(json).write(facts.deployments()));
        json.object("budget", () -> new JsonBudget(json).write(Budget.of(facts)));
        json.objects("gaps", facts.gaps(), gap -> {
            json.manual("kind", Names.of(gap.kind()));
            json.object("location", () -> places().location(gap.location()));
            json.text("reason", gap.reason());
        });
    }

    private void opening(Opening opening) {
        json.manual("kind", Names.of(opening.kind()));
        json.text("noun", opening.noun());
        json.object("subject", () -> places().subject(opening.subject()));
        json.object("site", () -> places().location(opening.site()));
        json.strings(
                "functions",
                opening.functions().stream().map(LambdaFunction::handler).toList());
        json.manual("release", Names.of(opening.release()));
        json.objects("way", opening.way().steps(), step -> {
            json.object("location", () -> places().location(step.location()));
            json.text("text", step.text());
        });
        json.objects("loops", opening.loops(), loop -> json.object("location", () -> places().location(loop)));
        places().evidence(opening.path());
    }

    private void useAfterClose(UseAfterClose found) {
        json.text("noun", found.noun());
        json.object("subject", () -> places().subject(found.subject()));
        json.strings(
                "functions",
                found.functions().stream().map(LambdaFunction::handler).toList());
        json.object("use", () -> call(found.use()));
        json.manual("certainty", Names.of(found.certainty()));
        places().evidence(found.close());
    }

    private void source(ConnectionSource source) {
        json.manual("kind", Names.of(source.kind()));
        json.text("product", source.product());
        json.text("version", source.version());
        json.object("subject", () -> places().subject(source.subject()));
        json.object("site", () -> places().location(source.site()));
        json.manual("lifetime", Names.of(source.lifetime()));
        json.strings(
                "functions",
                source.functions().stream().map(LambdaFunction::handler).toList());
        json.object("urls", () -> new JsonValue(json).write(source.urls(), JdbcUrl::text));
        json.objects(
                "settings",
                source.settings().values().stream()
                        .sorted(Comparator.comparing(Setting::property))
                        .toList(),
                this::setting);
        json.objects("ignoredSettings", source.ignoredSettings(), this::ignored);
        json.objects("eagerOpenings", source.eagerOpenings(), opening -> {
            json.manual("purpose", Names.of(opening.purpose()));
            json.text("key", opening.setting().key());
        });
        json.objects("endpoints", source.endpoints(), this::endpoint);
        behaviour(source);
        places().evidence(source.path());
    }

    private void endpoint(Endpoint endpoint) {
        json.manual("kind", Names.of(endpoint.kind()));
        json.manual("certainty", Names.of(endpoint.certainty()));
        json.strings(
                "databases",
                endpoint.databases().stream().map(DeployedDatabase::id).toList());
        json.strings(
                "proxies", endpoint.proxies().stream().map(DeployedProxy::id).toList());
        places().evidence(endpoint.evidence());
    }

    private void behaviour(ConnectionSource source) {
        json.object("programName", () -> {
            json.manual("state", Names.of(source.programName().state()));
            json.text("detail", source.programName().detail());
            places().evidence(source.programName().evidence());
        });
        json.objects("idleTimeoutStories", source.idleTimeoutStories(), story -> {
            json.manual("grade", Names.of(story.grade()));
            json.text("description", story.description());
            places().evidence(story.evidence());
        });
        json.object("renewal", () -> {
            json.manual("kind", Names.of(source.renewal().kind()));
            json.text("detail", source.renewal().detail());
            places().evidence(source.renewal().evidence());
        });
        json.objects("unguardedCalls", source.unguardedCalls(), this::call);
    }

    private void setting(Setting setting) {
        json.manual("property", Names.of(setting.property()));
        json.text("key", setting.key());
        json.manual("origin", Names.of(setting.origin()));
        new JsonValue(json).write(setting.value(), text -> Redaction.of(setting, text));
    }

    private void ignored(IgnoredSetting ignored) {
        json.text("key", ignored.key());
        json.text("set", ignored.set());
        json.manual("fate", Names.of(ignored.fate()));
        json.text("inForce", ignored.inForce());
        json.text("reason", ignored.reason());
        json.manual("certainty", Names.of(ignored.certainty()));
        places().evidence(ignored.evidence());
    }

    private void call(DatabaseCall call) {
        json.object("location", () -> places().location(call.location()));
        json.object("subject", () -> places().subject(call.subject()));
        json.text("call", call.call());
        places().evidence(call.path());
    }

    private JsonPlaces places() {
        return new JsonPlaces(json);
    }
}

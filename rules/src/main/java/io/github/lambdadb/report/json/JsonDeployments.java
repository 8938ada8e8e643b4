package io.github.lambdadb.report.json;

import io.github.lambdadb.facts.DeployedDatabase;
import io.github.lambdadb.facts.DeployedFunction;
import io.github.lambdadb.facts.DeployedProxy;
import io.github.lambdadb.facts.Deployments;
import io.github.lambdadb.report.JsonText;
import io.github.lambdadb.report.Redaction;
import io.github.lambdadb.source.Location;
import io.github.lambdadb.value.Value;
import java.util.Map;
import java.util.TreeMap;

/** What templates deploy, as the JSON report shows it. */
record JsonDeployments(JsonText json) {
    void write(Deployments deployments) {
        json.objects("functions", deployments.functions(), this::function);
        json.objects("databases", deployments.databases(), this::database);
        json.objects("proxies", deployments.proxies(), this::proxy);
        json.objects("rotatedSecrets", deployments.rotatedSecrets(), secret -> head(secret.id(), secret.location()));
    }

    private void function(DeployedFunction function) {
        head(function.id(), function.location());
        values("attributes", function.attributes());
        values("environment", function.environment());
        json.flag("environmentComplete", function.environmentComplete());
        json.objects("triggers", function.triggers(), trigger -> {
            json.manual("kind", Names.of(trigger.kind()));
            json.object("location", () -> places().location(trigger.location()));
            values("bounds", trigger.bounds());
        });
    }

    private void database(DeployedDatabase database) {
        head(database.id(), database.location());
        json.manual("kind", Names.of(database.kind()));
        values("attributes", database.attributes());
        values("parameters", database.parameters());
        json.flag("parametersComplete", database.parametersComplete());
    }

    private void proxy(DeployedProxy proxy) {
        head(proxy.id(), proxy.location());
        values("attributes", proxy.attributes());
        json.strings("targets", proxy.targets());
    }

    private void head(String id, Location location) {
        json.text("id", id);
        json.object("location", () -> places().location(location));
    }

    /** One object for each name, sorted. */
    private void values(String title, Map<?, Value<String>> values) {
        Map<String, Value<String>> sorted = new TreeMap<>();
        values.forEach((key, value) -> sorted.put(key instanceof Enum<?> one ? Names.of(one) : (String) key, value));
        json.objects(title, sorted.entrySet(), entry -> {
            json.text("name", entry.getKey());
            new JsonValue(json).write(entry.getValue(), text -> Redaction.named(entry.getKey(), text));
        });
    }

    private JsonPlaces places() {
        return new JsonPlaces(json);
    }
}

package io.github.lambdadb.report.html;

import io.github.lambdadb.facts.DeployedDatabase;
import io.github.lambdadb.facts.DeployedFunction;
import io.github.lambdadb.facts.DeployedProxy;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.LambdaFunction;
import io.github.lambdadb.report.Words;
import java.util.ArrayList;
import java.util.List;

/** The rows of what templates deploy. */
final class DeploymentFacts {
    private DeploymentFacts() {}

    static List<Fact> of(LambdaFunction function) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("handler", function.handler(), function.location()));
        function.deployments().forEach(deployed -> facts.addAll(of(deployed)));
        return facts;
    }

    static List<Fact> of(DeployedFunction function) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("deployed as", function.id(), function.location()));
        Fact.of("", function.attributes()).forEach(facts::add);
        Fact.of("variable", function.environment()).forEach(facts::add);
        if (!function.environmentComplete()) {
            facts.add(Fact.of("variables", "there may be more"));
        }
        function.triggers().forEach(trigger -> {
            facts.add(Fact.of("trigger", Words.of(trigger.kind()), trigger.location()));
            Fact.of("trigger", trigger.bounds()).forEach(facts::add);
        });
        return facts;
    }

    static List<Fact> of(DeployedDatabase database) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(Words.of(database.kind()), database.id(), database.location()));
        Fact.of("", database.attributes()).forEach(facts::add);
        Fact.of("parameter", database.parameters()).forEach(facts::add);
        if (!database.parametersComplete()) {
            facts.add(Fact.of("parameters", "there may be more"));
        }
        return facts;
    }

    static List<Fact> of(DeployedProxy proxy) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("RDS Proxy", proxy.id(), proxy.location()));
        Fact.of("", proxy.attributes()).forEach(facts::add);
        if (!proxy.targets().isEmpty()) {
            facts.add(Fact.of("targets", String.join(", ", proxy.targets())));
        }
        return facts;
    }

    /** Functions of templates whose code was not analysed. */
    static List<DeployedFunction> others(Facts facts) {
        return facts.deployments().functions().stream()
                .filter(deployed -> facts.functions().stream()
                        .noneMatch(function -> function.deployments().contains(deployed)))
                .toList();
    }
}

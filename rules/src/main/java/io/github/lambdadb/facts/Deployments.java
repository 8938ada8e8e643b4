package io.github.lambdadb.facts;

import java.util.ArrayList;
import java.util.List;

/** What the templates that were read deploy, in the order of their files and lines. */
public record Deployments(
        List<DeployedFunction> functions,
        List<DeployedDatabase> databases,
        List<DeployedProxy> proxies,
        List<RotatedSecret> rotatedSecrets) {
    public Deployments {
        functions = List.copyOf(functions);
        databases = List.copyOf(databases);
        proxies = List.copyOf(proxies);
        rotatedSecrets = List.copyOf(rotatedSecrets);
    }

    public static Deployments none() {
        return new Deployments(List.of(), List.of(), List.of(), List.of());
    }

    /** These, then the others. */
    public Deployments plus(Deployments others) {
        return new Deployments(
                joined(functions, others.functions),
                joined(databases, others.databases),
                joined(proxies, others.proxies),
                joined(rotatedSecrets, others.rotatedSecrets));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}

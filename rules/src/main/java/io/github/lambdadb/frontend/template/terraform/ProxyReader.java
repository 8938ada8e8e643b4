package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.facts.DeployedProxy;
import io.github.lambdadb.facts.DeployedProxy.Attribute;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads RDS Proxies from resources and from the module of a registry that makes one. */
final class ProxyReader {
    private static final String PROXY = "aws_db_proxy";

    private final Inventory inventory;

    ProxyReader(Inventory inventory) {
        this.inventory = inventory;
    }

    List<DeployedProxy> read() {
        List<DeployedProxy> all = new ArrayList<>();
        inventory.ofType(PROXY).forEach(proxy -> all.add(proxy(proxy)));
        inventory.ofType(RegistryModules.PROXY).forEach(module -> all.add(ofModule(module)));
        return all;
    }

    private DeployedProxy proxy(Resource proxy) {
        Said<Attribute> said = said(proxy);
        for (Resource group : ofProxy(proxy, "aws_db_proxy_default_target_group")) {
            String block = "connection_pool_config";
            said.put(Attribute.MAXIMUM_CONNECTIONS_PERCENT, group.argument(block, "max_connections_percent"))
                    .put(Attribute.INITIAL_QUERY, group.argument(block, "init_query"))
                    .putJoined(Attribute.PINNING_FILTERS, group.argument(block, "session_pinning_filters"));
        }
        Set<String> targets = new LinkedHashSet<>();
        for (Resource target : ofProxy(proxy, "aws_db_proxy_target")) {
            addTargets(targets, target.argument("db_instance_identifier"));
            addTargets(targets, target.argument("db_cluster_identifier"));
        }
        return new DeployedProxy(proxy.address(), proxy.location(), said.all(), List.copyOf(targets));
    }

    private static Said<Attribute> said(Resource proxy) {
        return new Said<>(Attribute.class)
                .put(Attribute.PROXY_NAME, proxy.argument("name"))
                .put(Attribute.ENGINE_FAMILY, proxy.argument("engine_family"))
                .put(Attribute.IDLE_CLIENT_TIMEOUT, proxy.argument("idle_client_timeout"))
                .put(Attribute.REQUIRES_TLS, proxy.argument("require_tls"));
    }

    private List<Resource> ofProxy(Resource proxy, String type) {
        return inventory.ofType(type).stream()
                .filter(resource -> {
                    Term name = resource.argument("db_proxy_name");
                    boolean isNamed = Texts.exact(name).isPresent()
                            && Texts.exact(name).equals(Texts.exact(proxy.argument("name")));
                    return isNamed || inventory.meant(name, PROXY).contains(proxy);
                })
                .toList();
    }

    /** The databases that a term names; one that is not in the template under the name that it has there. */
    private void addTargets(Set<String> targets, Term identifier) {
        if (identifier.isNothing()) {
            return;
        }
        List<String> known = Stream.concat(
                        inventory
                                .meant(
                                        identifier,
                                        DatabaseReader.INSTANCE,
                                        DatabaseReader.CLUSTER,
                                        RegistryModules.RDS,
                                        RegistryModules.AURORA)
                                .stream(),
                        named(identifier))
                .map(Resource::address)
                .toList();
        targets.addAll(
                known.isEmpty()
                        ? identifier.text().candidates().stream()
                                .map(text -> text.value())
                                .toList()
                        : known);
    }

    private Stream<Resource> named(Term identifier) {
        return inventory.ofType(DatabaseReader.INSTANCE, DatabaseReader.CLUSTER).stream()
                .filter(database -> Texts.exact(identifier).isPresent()
                        && Stream.of("identifier", "cluster_identifier")
                                .anyMatch(name ->
                                        Texts.exact(database.argument(name)).equals(Texts.exact(identifier))));
    }

    private DeployedProxy ofModule(Resource module) {
        Said<Attribute> said = said(module)
                .put(Attribute.MAXIMUM_CONNECTIONS_PERCENT, module.argument("max_connections_percent"))
                .put(Attribute.INITIAL_QUERY, module.argument("init_query"))
                .putJoined(Attribute.PINNING_FILTERS, module.argument("session_pinning_filters"));
        Set<String> targets = new LinkedHashSet<>();
        addTargets(targets, module.argument("db_instance_identifier"));
        addTargets(targets, module.argument("db_cluster_identifier"));
        return new DeployedProxy(module.address(), module.location(), said.all(), List.copyOf(targets));
    }
}

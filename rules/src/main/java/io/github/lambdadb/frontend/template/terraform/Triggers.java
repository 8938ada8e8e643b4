package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.facts.Trigger;
import io.github.lambdadb.facts.Trigger.Bound;
import io.github.lambdadb.facts.Trigger.Kind;
import io.github.lambdadb.frontend.template.ApiGateways;
import io.github.lambdadb.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What calls the functions of an outermost module. */
final class Triggers {
    /** By the type of resource, where it names the function: an argument, or an argument of a block. */
    private static final Map<String, List<String>> TARGETS = Map.ofEntries(
            Map.entry("aws_lambda_event_source_mapping", List.of("function_name")),
            Map.entry("aws_lambda_function_url", List.of("function_name")),
            Map.entry("aws_apigatewayv2_integration", List.of("integration_uri")),
            Map.entry("aws_api_gateway_integration", List.of("uri")),
            Map.entry("aws_lb_target_group_attachment", List.of("target_id")),
            Map.entry("aws_alb_target_group_attachment", List.of("target_id")),
            Map.entry("aws_appsync_datasource", List.of("lambda_config", "function_arn")),
            Map.entry("aws_cloudwatch_event_target", List.of("arn")),
            Map.entry("aws_scheduler_schedule", List.of("target", "arn")),
            Map.entry("aws_sns_topic_subscription", List.of("endpoint")),
            Map.entry("aws_s3_bucket_notification", List.of("lambda_function", "lambda_function_arn")),
            Map.entry("aws_cloudwatch_log_subscription_filter", List.of("destination_arn")));

    private final Inventory inventory;
    private final Map<Resource, List<Trigger>> all = new LinkedHashMap<>();

    private Triggers(Inventory inventory) {
        this.inventory = inventory;
    }

    static Triggers of(Inventory inventory) {
        Triggers triggers = new Triggers(inventory);
        for (Resource resource : inventory.all()) {
            List<String> target = TARGETS.get(resource.type());
            if (target != null) {
                triggers.add(resource, target);
            }
        }
        inventory.ofType("aws_lambda_permission").forEach(triggers::addPermission);
        inventory.ofType(RegistryModules.LAMBDA).forEach(triggers::addOfModule);
        return triggers;
    }

    List<Trigger> of(Resource function) {
        return all.getOrDefault(function, List.of());
    }

    private void add(Resource resource, List<String> target) {
        Term block = resource.argument(target.get(0));
        List<Term> named = target.size() == 1
                ? List.of(block)
                : block.items().orElse(List.of(block)).stream()
                        .map(item -> item.member(target.get(1)))
                        .toList();
        Trigger trigger = ApiGateways.waiting(
                new Trigger(kind(resource), resource.location(), bounds(resource)), resource.type());
        named.stream()
                .flatMap(term -> inventory.functions(term).stream())
                .distinct()
                .forEach(function -> add(function, trigger));
    }

    private void add(Resource function, Trigger trigger) {
        all.computeIfAbsent(function, key -> new ArrayList<>()).add(trigger);
    }

    private Kind kind(Resource resource) {
        return switch (resource.type()) {
            case "aws_lambda_event_source_mapping" ->
                TriggerKinds.ofMapping(
                        resource.argument("event_source_arn"),
                        inventory,
                        !resource.argument("topics").isNothing()
                                || !resource.argument("self_managed_event_source")
                                        .isNothing());
            case "aws_cloudwatch_event_target" -> TriggerKinds.ofRule(resource.argument("rule"), inventory);
            case "aws_scheduler_schedule" -> Kind.SCHEDULE;
            case "aws_sns_topic_subscription", "aws_s3_bucket_notification", "aws_cloudwatch_log_subscription_filter" ->
                Kind.ASYNCHRONOUS;
            default -> Kind.REQUEST;
        };
    }

    private static Map<Bound, Value<String>> bounds(Resource resource) {
        return new Said<>(Bound.class)
                .put(Bound.BATCH_SIZE, resource.argument("batch_size"))
                .put(Bound.MAXIMUM_CONCURRENCY, resource.argument("scaling_config", "maximum_concurrency"))
                .put(Bound.PARALLELIZATION_FACTOR, resource.argument("parallelization_factor"))
                .all();
    }

    /** A permission tells who calls only where nothing else does. */
    private void addPermission(Resource permission) {
        Kind kind = TriggerKinds.ofPrincipal(
                permission.argument("principal"), permission.argument("source_arn"), inventory);
        for (Resource function : inventory.functions(permission.argument("function_name"))) {
            if (of(function).stream().noneMatch(trigger -> trigger.kind() == kind)) {
                add(function, new Trigger(kind, permission.location(), Map.of()));
            }
        }
    }

    private void addOfModule(Resource module) {
        for (Term mapping : module.argument("event_source_mapping").items().orElse(List.of())) {
            Term scaling = mapping.member("scaling_config");
            Term bound = scaling.entries().isPresent() ? scaling : scaling.member("0");
            add(
                    module,
                    new Trigger(
                            TriggerKinds.ofMapping(mapping.member("event_source_arn"), inventory, false),
                            module.location(),
                            new Said<>(Bound.class)
                                    .put(Bound.BATCH_SIZE, mapping.member("batch_size"))
                                    .put(Bound.MAXIMUM_CONCURRENCY, bound.member("maximum_concurrency"))
                                    .put(Bound.PARALLELIZATION_FACTOR, mapping.member("parallelization_factor"))
                                    .all()));
        }
        for (Term allowed : module.argument("allowed_triggers").items().orElse(List.of())) {
            Kind kind = TriggerKinds.ofAllowed(allowed, inventory);
            if (of(module).stream().noneMatch(trigger -> trigger.kind() == kind)) {
                add(module, new Trigger(kind, module.location(), Map.of()));
            }
        }
        if (Texts.exact(module.argument("create_lambda_function_url"))
                .filter("true"::equals)
                .isPresent()) {
            add(module, new Trigger(Kind.REQUEST, module.location(), Map.of()));
        }
    }
}

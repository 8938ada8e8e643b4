package io.github.lambdadb.frontend.template.serverless;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.facts.DeployedFunction;
import io.github.lambdadb.facts.DeployedFunction.Attribute;
import io.github.lambdadb.frontend.template.SecretNames;
import io.github.lambdadb.frontend.template.Values;
import io.github.lambdadb.source.Evidence;
import io.github.lambdadb.value.Value;
import io.github.lambdadb.value.Value.Known;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the functions of a service; what a function does not say, the provider's part may say for all. */
final class FunctionReader {
    /** The framework's own defaults differ from Lambda's. */
    private static final Map<Attribute, String> DEFAULTS = Map.of(Attribute.TIMEOUT, "6", Attribute.MEMORY, "1024");

    private final Service service;
    private final EventReader events;

    FunctionReader(Service service) {
        this.service = service;
        this.events = new EventReader(service);
    }

    List<DeployedFunction> all() {
        Optional<Value<String>> provider = service.text(service.part("provider", "name"));
        Answer provided = service.part("provider");
        boolean isElsewhere = provider.filter(name -> name instanceof Known<String> known
                        && !known.value().contains("${")
                        && !known.value().equals("aws"))
                .isPresent();
        if (isElsewhere
                || (provider.isEmpty()
                        && provided instanceof Answer.Found found
                        && found.node() instanceof Node.Scalar name
                        && !name.text().equals("aws"))) {
            return List.of();
        }
        Service.Entries functions = service.entries(service.part("functions"));
        if (!functions.isWhole()) {
            service.gap(service.root().location(), "The functions of the service are not known as a whole.");
        }
        List<DeployedFunction> all = new ArrayList<>();
        functions.all().forEach((key, answer) -> {
            if (answer.mapping().isPresent()) {
                all.add(function(key, answer));
            } else if (!answer.isNothing()) {
                service.gap(key.location(), "What is said of the function '" + key.text() + "' is not understood.");
            }
        });
        return all;
    }

    private DeployedFunction function(Node.Scalar key, Answer function) {
        Map<String, Value<String>> environment = new LinkedHashMap<>();
        boolean isComplete = true;
        for (Answer part : List.of(service.part("provider", "environment"), service.below(function, "environment"))) {
            Service.Entries entries = service.entries(part);
            isComplete &= entries.isWhole();
            entries.all().forEach((name, answer) -> {
                if (answer.isNothing()) {
                    environment.remove(name.text());
                } else {
                    environment.put(
                            name.text(),
                            SecretNames.hidden(name.text(), service.variables().text(answer)));
                }
            });
        }
        if (!isComplete) {
            service.gap(key.location(), "The environment variables of '" + key.text() + "' are not known as a whole.");
        }
        return new DeployedFunction(
                key.text(),
                key.location(),
                attributes(key, function),
                environment,
                isComplete,
                events.of(key, function));
    }

    private Map<Attribute, Value<String>> attributes(Node.Scalar key, Answer function) {
        Map<Attribute, Value<String>> all = new EnumMap<>(Attribute.class);
        boolean isImage = !service.below(function, "image").isNothing();
        put(all, Attribute.HANDLER, service.below(function, "handler"));
        put(all, Attribute.TIMEOUT, inherited(function, "timeout"));
        put(all, Attribute.MEMORY, inherited(function, "memorySize"));
        put(all, Attribute.RESERVED_CONCURRENCY, service.below(function, "reservedConcurrency"));
        put(all, Attribute.PROVISIONED_CONCURRENCY, service.below(function, "provisionedConcurrency"));
        if (isImage) {
            all.put(
                    Attribute.PACKAGE_TYPE,
                    new Known<>("Image", Evidence.of(key.location(), "the function is an image")));
        } else {
            put(all, Attribute.RUNTIME, inherited(function, "runtime"));
            new CodePath(service).of(function).ifPresent(code -> all.put(Attribute.CODE, code));
        }
        put(all, Attribute.SNAP_START, service.below(function, "snapStart"), "PublishedVersions", "None");
        Answer tracing = service.below(function, "tracing");
        put(
                all,
                Attribute.TRACING,
                tracing.isNothing() ? service.part("provider", "tracing", "lambda") : tracing,
                "Active",
                "PassThrough");
        layers(function).ifPresent(layers -> all.put(Attribute.LAYERS, layers));
        all.put(Attribute.FUNCTION_NAME, name(key, function));
        DEFAULTS.forEach((attribute, text) -> all.putIfAbsent(
                attribute, new Known<>(text, Evidence.of(key.location(), "the default of the Serverless Framework"))));
        return all;
    }

    private Answer inherited(Answer function, String name) {
        Answer own = service.below(function, name);
        return own.isNothing() ? service.part("provider", name) : own;
    }

    private void put(Map<Attribute, Value<String>> all, Attribute attribute, Answer answer) {
        service.text(answer).ifPresent(value -> all.put(attribute, value));
    }

    /** Puts a truth value under the names that Lambda has for it. */
    private void put(Map<Attribute, Value<String>> all, Attribute attribute, Answer answer, String yes, String no) {
        service.text(answer)
                .ifPresent(value -> all.put(
                        attribute,
                        value.map(text -> Optional.of(text.equals("true") ? yes : text.equals("false") ? no : text))));
    }

    /** The name that is given, or the one that the framework makes of the service, the stage and the key. */
    private Value<String> name(Node.Scalar key, Answer function) {
        Optional<Value<String>> given = service.text(service.below(function, "name"));
        if (given.isPresent()) {
            return given.get();
        }
        Answer named = service.part("service");
        Answer name = named.mapping().isPresent() ? service.below(named, "name") : named;
        Value<String> stage = service.variables().text("${sls:stage}", key.location());
        Value<String> start = Values.combined(
                service.variables().text(name), stage, (first, second) -> first + "-" + second + "-" + key.text());
        return Values.endingAt(Evidence.of(key.location(), "the name is made of service, stage and key"), start);
    }

    private Optional<Value<String>> layers(Answer function) {
        List<Value<String>> layers = service.items(inherited(function, "layers")).stream()
                .map(service.variables()::text)
                .toList();
        return layers.stream().reduce((first, second) -> Values.combined(first, second, (a, b) -> a + "," + b));
    }
}

package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.facts.DeployedFunction;
import io.github.lambdadb.facts.DeployedFunction.Attribute;
import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.facts.Trigger;
import io.github.lambdadb.frontend.template.SecretNames;
import io.github.lambdadb.frontend.template.TemplateFiles;
import io.github.lambdadb.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads functions from {@code aws_lambda_function} and from the module of a registry that makes one. */
final class FunctionReader {
    static final String FUNCTION = "aws_lambda_function";

    private final TemplateFiles files;
    private final Inventory inventory;
    private final Code code;

    FunctionReader(TemplateFiles files, Inventory inventory) {
        this.files = files;
        this.inventory = inventory;
        this.code = new Code(inventory);
    }

    List<DeployedFunction> read() {
        Triggers triggers = Triggers.of(inventory);
        return inventory.ofType(FUNCTION, RegistryModules.LAMBDA).stream()
                .filter(FunctionReader::isMade)
                .map(resource -> function(resource, triggers.of(resource)))
                .toList();
    }

    /** The module of the registry makes no function when it is told so, or when it is to make a layer. */
    private static boolean isMade(Resource resource) {
        return resource.type().equals(FUNCTION)
                || (!is(resource.argument("create"), "false")
                        && !is(resource.argument("create_function"), "false")
                        && !is(resource.argument("create_layer"), "true"));
    }

    private static boolean is(Term term, String text) {
        return Texts.exact(term).equals(Optional.of(text));
    }

    private DeployedFunction function(Resource resource, List<Trigger> triggers) {
        boolean isModule = !resource.type().equals(FUNCTION);
        Term block = isModule ? Terms.nothing() : resource.argument("environment");
        Term variables =
                isModule ? resource.argument("environment_variables") : resource.argument("environment", "variables");
        Map<String, Value<String>> environment = new LinkedHashMap<>();
        variables
                .entries()
                .ifPresent(entries -> entries.forEach((name, term) -> {
                    if (!term.isNothing()) {
                        environment.put(name, SecretNames.hidden(name, term.text()));
                    }
                }));
        boolean isComplete = (block.isNothing() || block.isWhole())
                && (variables.isNothing() || (variables.entries().isPresent() && variables.isWhole()));
        if (!isComplete) {
            gap(resource, "The environment variables of '" + resource.name() + "' are not known as a whole.");
        }
        if (!resource.isCertain()) {
            gap(resource, "How often '" + resource.name() + "' is deployed is not known.");
        }
        return new DeployedFunction(
                resource.name(),
                resource.location(),
                attributes(resource, isModule).all(),
                environment,
                isComplete,
                triggers);
    }

    private void gap(Resource resource, String reason) {
        files.gap(Gap.Kind.UNRESOLVED_VALUE, resource.location(), reason);
    }

    private Said<Attribute> attributes(Resource resource, boolean isModule) {
        Said<Attribute> said = new Said<>(Attribute.class)
                .put(Attribute.FUNCTION_NAME, resource.argument("function_name"))
                .put(Attribute.HANDLER, resource.argument("handler"))
                .put(Attribute.RUNTIME, resource.argument("runtime"))
                .put(Attribute.PACKAGE_TYPE, packageType(resource))
                .put(Attribute.CODE, code.of(resource))
                .put(Attribute.TIMEOUT, resource.argument("timeout"))
                .put(Attribute.MEMORY, resource.argument("memory_size"))
                .putUnlessUnbounded(Attribute.RESERVED_CONCURRENCY, resource.argument("reserved_concurrent_executions"))
                .putUnlessUnbounded(Attribute.PROVISIONED_CONCURRENCY, provisioned(resource, isModule))
                .putJoined(Attribute.LAYERS, resource.argument("layers"));
        if (isModule) {
            return said.put(Attribute.TRACING, resource.argument("tracing_mode"))
                    .put(Attribute.SNAP_START, snapStart(resource.argument("snap_start")));
        }
        return said.put(Attribute.TRACING, resource.argument("tracing_config", "mode"))
                .put(Attribute.SNAP_START, resource.argument("snap_start", "apply_on"))
                .put(Attribute.CONCURRENCY_PER_ENVIRONMENT, perEnvironment(resource));
    }

    /** Managed Instances run several invocations at once also when nothing is said of how many. */
    private static Term perEnvironment(Resource resource) {
        Term config =
                resource.argument("capacity_provider_config", "lambda_managed_instances_capacity_provider_config");
        Term managed = config.entries().isPresent() ? config : config.member("0");
        Term most = managed.member("per_execution_environment_max_concurrency");
        return most.isNothing() && !managed.isNothing()
                ? Terms.unknown("it is the default of managed instances")
                : most;
    }

    private static Term packageType(Resource resource) {
        Term said = resource.argument("package_type");
        Term image = resource.argument("image_uri");
        return said.isNothing() && !image.isNothing()
                ? Terms.known("Image", resource.location(), "the function is an image")
                : said;
    }

    private Term provisioned(Resource resource, boolean isModule) {
        if (isModule) {
            return resource.argument("provisioned_concurrent_executions");
        }
        return inventory.ofType("aws_lambda_provisioned_concurrency_config").stream()
                .filter(config ->
                        inventory.functions(config.argument("function_name")).contains(resource))
                .map(config -> config.argument("provisioned_concurrent_executions"))
                .findFirst()
                .orElse(Terms.nothing());
    }

    /** The module of the registry asks yes or no. */
    private static Term snapStart(Term asked) {
        return asked.isNothing()
                ? asked
                : Terms.text(
                        asked.text()
                                .map(text ->
                                        text.equals("true") ? Optional.of("PublishedVersions") : Optional.of("None")),
                        asked.sources());
    }
}

package io.github.lambdadb.analysis;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.document.Node.Entry;
import io.github.lambdadb.document.Node.Mapping;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes of the constructs of a program the template that CloudFormation would get; each value stands where the program says it. */
final class CdkSynthesis {
    private static final String LAMBDA = CdkCalls.PACKAGE + "services.lambda.";
    private static final String RDS = CdkCalls.PACKAGE + "services.rds.";
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry(LAMBDA + "Function", "AWS::Serverless::Function"),
            Map.entry(LAMBDA + "SingletonFunction", "AWS::Serverless::Function"),
            Map.entry(LAMBDA + "DockerImageFunction", "AWS::Serverless::Function"),
            Map.entry(LAMBDA + "Alias", "AWS::Lambda::Alias"),
            Map.entry(RDS + "DatabaseInstance", "AWS::RDS::DBInstance"),
            Map.entry(RDS + "DatabaseInstanceFromSnapshot", "AWS::RDS::DBInstance"),
            Map.entry(RDS + "DatabaseCluster", "AWS::RDS::DBCluster"),
            Map.entry(RDS + "ServerlessCluster", "AWS::RDS::DBCluster"),
            Map.entry(RDS + "ParameterGroup", "AWS::RDS::DBParameterGroup"),
            Map.entry(RDS + "DatabaseProxy", "AWS::RDS::DBProxy"));

    /** Properties of functions that are called alike here and there. */
    private static final Map<String, String> FUNCTION = Map.of(
            "handler", "Handler",
            "memorySize", "MemorySize",
            "reservedConcurrentExecutions", "ReservedConcurrentExecutions",
            "functionName", "FunctionName");

    /** Stands among variables of which not all are known. */
    private static final String COMPUTED = "Fn::variables that the program computes";

    private final Machine machine;
    private final CdkCalls cdk;
    private final CdkValues values;
    private final CdkEntries entries;
    private final CdkTriggers triggers;

    /** For an application in that folder, relative to the root: paths of code are relative to it. */
    CdkSynthesis(Machine machine, CdkCalls cdk, String app) {
        this.machine = machine;
        this.cdk = cdk;
        this.values = new CdkValues(cdk, app);
        this.entries = new CdkEntries(cdk);
        this.triggers = new CdkTriggers(cdk, entries);
    }

    /** The template; nothing when the program makes none of the resources that matter. */
    Optional<Mapping> template(Location at) {
        Map<String, Entry> resources = new LinkedHashMap<>();
        for (HeapObject object : cdk.all()) {
            String type = TYPES.get(object.type());
            if (type != null) {
                String id = cdk.id(object);
                resources.putIfAbsent(id, CdkEntries.entry(id, resource(object, type), object.site()));
                extra(object, id, resources);
            }
        }
        Mapping all = new Mapping(List.copyOf(resources.values()), "", at);
        return resources.isEmpty()
                ? Optional.empty()
                : Optional.of(new Mapping(List.of(CdkEntries.entry("Resources", all, at)), "", at));
    }

    private Mapping resource(HeapObject object, String type) {
        List<Entry> properties = new ArrayList<>();
        switch (type) {
            case "AWS::Serverless::Function" -> function(object, properties);
            case "AWS::Lambda::Alias" -> alias(object, properties);
            case "AWS::RDS::DBParameterGroup" -> parameters(object, properties);
            case "AWS::RDS::DBProxy" -> proxy(object, properties);
            default -> database(object, type, properties);
        }
        return new Mapping(
                List.of(
                        CdkEntries.entry("Type", CdkEntries.scalar(type, object.site()), object.site()),
                        CdkEntries.entry("Properties", new Mapping(properties, "", object.site()), object.site())),
                "",
                object.site());
    }

    private void function(HeapObject object, List<Entry> properties) {
        FUNCTION.forEach((name, property) -> entries.put(properties, property, object, name, values::text));
        entries.put(properties, "Timeout", object, "timeout", values::seconds);
        entries.put(
                properties,
                "Runtime",
                object,
                "runtime",
                term -> CdkValues.constant(term).map(CdkValues::runtime));
        entries.put(
                properties,
                "Tracing",
                object,
                "tracing",
                term -> CdkValues.constant(term).map(name -> name.equals("ACTIVE") ? "Active" : "PassThrough"));
        entries.put(properties, "CodeUri", object, "code", term -> values.code(term, object.site()));
        CdkValues.constant(cdk.given(object, "snapStart"))
                .filter("ON_PUBLISHED_VERSIONS"::equals)
                .ifPresent(on -> properties.add(CdkEntries.entry(
                        "SnapStart",
                        new Mapping(
                                List.of(CdkEntries.entry(
                                        "ApplyOn",
                                        CdkEntries.scalar("PublishedVersions", object.site()),
                                        object.site())),
                                "",
                                object.site()),
                        object.site())));
        triggers.events(object).ifPresent(events -> properties.add(CdkEntries.entry("Events", events, object.site())));
        cdk.added(object, "addFunctionUrl").stream()
                .findFirst()
                .ifPresent(url -> properties.add(CdkEntries.entry(
                        "FunctionUrlConfig",
                        new Mapping(List.of(), "", object.site()),
                        CdkEntries.place(url.getValue(), object.site()))));
        variables(object, properties);
    }

    /** An alias, also of a version, keeps environments of the function ready. */
    private void alias(HeapObject object, List<Entry> properties) {
        Location at = object.site();
        if (cdk.given(object, "version") instanceof Term.Reference version) {
            values.referred(cdk.functionOf(version.object()))
                    .ifPresent(
                            name -> properties.add(CdkEntries.entry("FunctionName", CdkEntries.scalar(name, at), at)));
        }
        List<Entry> config = new ArrayList<>();
        entries.put(config, "ProvisionedConcurrentExecutions", object, "provisionedConcurrentExecutions", values::text);
        if (!config.isEmpty()) {
            properties.add(CdkEntries.entry("ProvisionedConcurrencyConfig", new Mapping(config, "", at), at));
        }
    }

    private void variables(HeapObject object, List<Entry> properties) {
        Map<String, Term> variables = new TreeMap<>();
        Term given = cdk.given(object, "environment");
        boolean isKnown = given instanceof Term.Unset;
        if (given instanceof Term.Reference reference
                && reference.object().shape() instanceof HeapObject.Shape.Container) {
            variables.putAll(Containers.entries(machine, reference.object()));
            isKnown = !Containers.isOpen(machine, reference.object());
        }
        cdk.added(object, "environment").forEach(entry -> variables.put(entry.getKey(), entry.getValue()));
        isKnown &= cdk.given(object, "environment?") instanceof Term.Unset;
        List<Entry> named = new ArrayList<>();
        variables.forEach((name, term) -> {
            Location at = CdkEntries.place(term, object.site());
            named.add(CdkEntries.entry(name, CdkEntries.scalar(values.text(term).orElse("${" + name + "}"), at), at));
        });
        if (!isKnown) {
            // what is not known may set any variable
            named.add(CdkEntries.entry(COMPUTED, CdkEntries.scalar("", object.site()), object.site()));
        }
        Mapping environment = new Mapping(
                List.of(CdkEntries.entry("Variables", new Mapping(named, "", object.site()), object.site())),
                "",
                object.site());
        if (!named.isEmpty()) {
            properties.add(CdkEntries.entry("Environment", environment, object.site()));
        }
    }

    private void database(HeapObject object, String type, List<Entry> properties) {
        entries.put(properties, "Engine", object, "engine", CdkValues::engine);
        entries.put(properties, "EngineVersion", object, "engine", values::version);
        entries.put(properties, "DBInstanceClass", object, "instanceType", values::instanceClass);
        entries.put(properties, "DBName", object, "databaseName", values::text);
        entries.put(properties, "DatabaseName", object, "defaultDatabaseName", values::text);
        String group = type.equals("AWS::RDS::DBCluster") ? "DBClusterParameterGroupName" : "DBParameterGroupName";
        entries.put(properties, group, object, "parameterGroup", values::referred);
        List<Entry> capacity = new ArrayList<>();
        entries.put(capacity, "MinCapacity", object, "serverlessV2MinCapacity", values::text);
        entries.put(capacity, "MaxCapacity", object, "serverlessV2MaxCapacity", values::text);
        if (!capacity.isEmpty()) {
            properties.add(CdkEntries.entry(
                    "ServerlessV2ScalingConfiguration", new Mapping(capacity, "", object.site()), object.site()));
        }
    }

    private void parameters(HeapObject object, List<Entry> properties) {
        List<Entry> parameters = new ArrayList<>();
        if (cdk.given(object, "parameters") instanceof Term.Reference reference
                && reference.object().shape() instanceof HeapObject.Shape.Container) {
            Containers.entries(machine, reference.object()).forEach((name, term) -> {
                Location at = CdkEntries.place(term, object.site());
                parameters.add(CdkEntries.entry(
                        name, CdkEntries.scalar(values.text(term).orElse("${" + name + "}"), at), at));
            });
        }
        properties.add(CdkEntries.entry("Parameters", new Mapping(parameters, "", object.site()), object.site()));
    }

    private void proxy(HeapObject object, List<Entry> properties) {
        entries.put(properties, "DBProxyName", object, "dbProxyName", values::text);
        entries.put(properties, "IdleClientTimeout", object, "idleClientTimeout", values::seconds);
    }

    /** A cluster's own groups of parameters, and what a proxy stands in front of. */
    private void extra(HeapObject object, String id, Map<String, Entry> resources) {
        Location at = object.site();
        if (object.type().equals(RDS + "DatabaseProxy")
                && cdk.given(object, "proxyTarget") instanceof Term.Reference target) {
            String key =
                    target.object().type().endsWith("fromCluster") ? "DBClusterIdentifiers" : "DBInstanceIdentifiers";
            List<Entry> properties = new ArrayList<>(
                    List.of(CdkEntries.entry("DBProxyName", CdkEntries.scalar("${" + id + "}", at), at)));
            values.referred(cdk.argument(target.object(), 0))
                    .ifPresent(name -> properties.add(CdkEntries.entry(
                            key, new Node.Sequence(List.of(CdkEntries.scalar(name, at)), "", at), at)));
            List<Entry> pool = new ArrayList<>();
            entries.put(pool, "MaxConnectionsPercent", object, "maxConnectionsPercent", values::text);
            entries.put(pool, "InitQuery", object, "initQuery", values::text);
            properties.add(CdkEntries.entry("ConnectionPoolConfigurationInfo", new Mapping(pool, "", at), at));
            resources.put(
                    id + "Targets",
                    CdkEntries.entry(
                            id + "Targets",
                            new Mapping(
                                    List.of(
                                            CdkEntries.entry(
                                                    "Type", CdkEntries.scalar("AWS::RDS::DBProxyTargetGroup", at), at),
                                            CdkEntries.entry("Properties", new Mapping(properties, "", at), at)),
                                    "",
                                    at),
                            at));
        }
        if (object.type().equals(RDS + "ParameterGroup")) {
            List<Entry> properties = new ArrayList<>();
            parameters(object, properties);
            resources.put(
                    id + "OfCluster",
                    CdkEntries.entry(
                            id + "OfCluster",
                            new Mapping(
                                    List.of(
                                            CdkEntries.entry(
                                                    "Type",
                                                    CdkEntries.scalar("AWS::RDS::DBClusterParameterGroup", at),
                                                    at),
                                            CdkEntries.entry("Properties", new Mapping(properties, "", at), at)),
                                    "",
                                    at),
                            at));
        }
    }
}

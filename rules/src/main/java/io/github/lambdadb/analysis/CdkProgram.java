package io.github.lambdadb.analysis;

import io.github.lambdadb.document.Node;
import io.github.lambdadb.ir.Method;
import io.github.lambdadb.ir.TypeDecl;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs an AWS CDK program abstractly, as {@code cdk synth} runs it. */
public final class CdkProgram {
    private static final Map<String, List<String>> TYPES = Map.of(
            CdkCalls.PACKAGE + "aws_apigatewayv2_integrations.",
            List.of("HttpLambdaIntegration"),
            CdkCalls.PACKAGE + "services.apigateway.",
            List.of("LambdaIntegration", "LambdaRestApi", "LambdaRestApiProps"),
            CdkCalls.PACKAGE + "services.events.targets.",
            List.of("LambdaFunction"),
            CdkCalls.PACKAGE + "services.lambda.eventsources.",
            List.of(
                    "ApiEventSource",
                    "DynamoEventSource",
                    "DynamoEventSourceProps",
                    "KinesisEventSource",
                    "KinesisEventSourceProps",
                    "ManagedKafkaEventSource",
                    "S3EventSource",
                    "SelfManagedKafkaEventSource",
                    "SnsEventSource",
                    "SqsEventSource",
                    "SqsEventSourceProps"),
            CdkCalls.PACKAGE + "services.s3.notifications.",
            List.of("LambdaDestination"),
            CdkCalls.PACKAGE + "services.sns.subscriptions.",
            List.of("LambdaSubscription"),
            CdkCalls.PACKAGE,
            List.of("App", "Duration", "Stack", "StackProps"),
            CdkCalls.PACKAGE + "services.ec2.",
            List.of("InstanceClass", "InstanceSize", "InstanceType"),
            CdkCalls.PACKAGE + "services.lambda.",
            List.of(
                    "Alias",
                    "AliasProps",
                    "Code",
                    "DockerImageFunction",
                    "Function",
                    "FunctionProps",
                    "Runtime",
                    "SingletonFunction",
                    "SnapStartConf",
                    "Tracing",
                    "Version",
                    "VersionProps"),
            CdkCalls.PACKAGE + "services.rds.",
            List.of(
                    "AuroraMysqlClusterEngineProps",
                    "AuroraMysqlEngineVersion",
                    "AuroraPostgresClusterEngineProps",
                    "AuroraPostgresEngineVersion",
                    "DatabaseCluster",
                    "DatabaseClusterEngine",
                    "DatabaseClusterProps",
                    "DatabaseInstance",
                    "DatabaseInstanceEngine",
                    "DatabaseInstanceFromSnapshot",
                    "DatabaseInstanceProps",
                    "DatabaseProxy",
                    "DatabaseProxyOptions",
                    "DatabaseProxyProps",
                    "MariaDbEngineVersion",
                    "MariaDbInstanceEngineProps",
                    "MySqlInstanceEngineProps",
                    "MysqlEngineVersion",
                    "ParameterGroup",
                    "ParameterGroupProps",
                    "PostgresEngineVersion",
                    "PostgresInstanceEngineProps",
                    "ProxyTarget",
                    "ServerlessCluster"));

    private CdkProgram() {}

    /** The types of a package of the library, with a dot at its end, that mean something here; a star imports them too. */
    public static List<String> typesOf(String libraryPackage) {
        return TYPES.getOrDefault(libraryPackage, List.of()).stream()
                .map(name -> libraryPackage + name)
                .toList();
    }

    /**
     * The template that the class's {@code main} makes; empty when it makes nothing that matters.
     *
     * @param app the application's folder, relative to the root
     */
    public static Optional<Node.Mapping> template(AnalysisInput input, String main, String app) {
        Optional<TypeDecl> type = input.program().type(main);
        Optional<Method> entry = type.stream()
                .flatMap(declared -> declared.methods("main").stream())
                .filter(method -> method.isStatic() && method.hasBody())
                .findFirst();
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        Machine machine = new Machine(
                input,
                new ProcessEnvironment(Map.of(), false),
                type.get(),
                main + "::main",
                entry.get().at());
        Interpreter interpreter = new Interpreter(machine);
        List<Term> arguments = entry.get().parameters().stream()
                .<Term>map(parameter -> new Term.Opaque(parameter.type(), "the arguments of the program"))
                .toList();
        interpreter
                .activations()
                .invoke(entry.get(), Plain.NULL, arguments, entry.get().at());
        return new CdkSynthesis(machine, interpreter.library().cdk(), app)
                .template(entry.get().at());
    }
}

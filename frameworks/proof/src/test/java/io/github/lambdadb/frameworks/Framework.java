package io.github.lambdadb.frameworks;

import java.util.List;
import java.util.Map;

/**
 * A framework and where its cases are.
 *
 * @param folder the resources: {@code cases.txt}, {@code Starter.java}, {@code Application.java}
 * @param versions the modules of this build with its libraries
 * @param handler what the template names
 * @param adapter artifacts that a function has besides, and their versions; the pool needs none of them
 * @param isBuilt whether its modules build the application, since the framework works at build time; a case then has only configuration
 */
record Framework(String folder, List<String> versions, String handler, Map<String, String> adapter, boolean isBuilt) {
    static List<Framework> all() {
        return List.of(
                new Framework(
                        "spring-boot",
                        List.of("spring-boot-2", "spring-boot-3", "spring-boot-4"),
                        "org.springframework.cloud.function.adapter.aws.FunctionInvoker::handleRequest",
                        Map.of("org.springframework.cloud:spring-cloud-function-adapter-aws", "5.0.1"),
                        false),
                new Framework("micronaut", List.of("micronaut-4"), "shop.Application", Map.of(), false),
                new Framework(
                        "hibernate",
                        List.of("hibernate-5", "hibernate-6", "hibernate-7"),
                        "shop.Application::markSeen",
                        Map.of(),
                        false),
                new Framework("eclipselink", List.of("eclipselink-4"), "shop.Application::markSeen", Map.of(), false),
                new Framework(
                        "quarkus",
                        List.of("quarkus-3-27", "quarkus-3-33"),
                        "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest",
                        Map.of("io.quarkus:quarkus-amazon-lambda-rest", "3.27.2"),
                        true));
    }
}

package io.github.lambdadb.plugin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** Whether a build server runs the build, by the variables that build servers set. */
final class ContinuousIntegration {
    private static final String COMMON = "CI";
    private static final List<String> VARIABLES = List.of(
            COMMON,
            "GITHUB_ACTIONS",
            "GITLAB_CI",
            "JENKINS_URL",
            "TF_BUILD",
            "TEAMCITY_VERSION",
            "CODEBUILD_BUILD_ID",
            "BITBUCKET_BUILD_NUMBER",
            "BUILDKITE",
            "CIRCLECI",
            "TRAVIS",
            "APPVEYOR",
            "DRONE",
            "bamboo_buildKey");

    /** What a server reads without further plugins; GitHub's summary of a job is a page of Markdown. */
    private static final Map<String, List<String>> FORMATS = Map.of(
            "GITHUB_ACTIONS", List.of("github", "markdown"),
            "GITLAB_CI", List.of("gitlab"),
            "JENKINS_URL", List.of("checkstyle"));

    private ContinuousIntegration() {}

    /** The variable that tells; none if {@code CI} itself denies it. Maven keeps the environment among its properties. */
    static Optional<String> variable(Properties systemProperties) {
        return variables(systemProperties).findFirst();
    }

    /** The report formats of the server that runs the build; none if it has none of its own, or there is no server. */
    static List<String> formats(Properties systemProperties) {
        return variables(systemProperties)
                .flatMap(name -> FORMATS.getOrDefault(name, List.of()).stream())
                .toList();
    }

    private static Stream<String> variables(Properties systemProperties) {
        return isFalse(value(systemProperties, COMMON))
                ? Stream.empty()
                : VARIABLES.stream()
                        .filter(name -> !value(systemProperties, name).isBlank())
                        .filter(name -> !isFalse(value(systemProperties, name)));
    }

    private static String value(Properties systemProperties, String name) {
        return systemProperties.getProperty("env." + name, "").strip();
    }

    private static boolean isFalse(String value) {
        return value.equalsIgnoreCase("false") || value.equals("0");
    }
}

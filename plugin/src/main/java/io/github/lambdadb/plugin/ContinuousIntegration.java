package io.github.lambdadb.plugin;

import java.util.List;
import java.util.Optional;
import java.util.Properties;

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

    private ContinuousIntegration() {}

    /** The variable that tells; none if {@code CI} itself denies it. Maven keeps the environment among its properties. */
    static Optional<String> variable(Properties systemProperties) {
        return isFalse(value(systemProperties, COMMON))
                ? Optional.empty()
                : VARIABLES.stream()
                        .filter(name -> !value(systemProperties, name).isBlank())
                        .filter(name -> !isFalse(value(systemProperties, name)))
                        .findFirst();
    }

    private static String value(Properties systemProperties, String name) {
        return systemProperties.getProperty("env." + name, "").strip();
    }

    private static boolean isFalse(String value) {
        return value.equalsIgnoreCase("false") || value.equals("0");
    }
}

package io.github.lambdadb.plugin;

import io.github.lambdadb.check.Policy;
import io.github.lambdadb.check.UserSetting;
import io.github.lambdadb.report.Reporter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** The goal's parameters, read and found right; {@code outputDirectory} may be relative to a module's
 * folder, {@code baselineFile} to the repository's. */
record Settings(
        boolean isSkipped,
        boolean failsAtEnd,
        boolean includesTests,
        Predicate<String> included,
        List<UserSetting> infrastructure,
        Policy policy,
        List<Reporter> reporters,
        Path outputDirectory,
        Path baselineFile,
        UserSetting newSince) {
    Settings {
        infrastructure = List.copyOf(infrastructure);
        reporters = List.copyOf(reporters);
    }
}

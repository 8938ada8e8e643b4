package io.github.lambdadb.plugin;

import io.github.lambdadb.check.Reports;
import io.github.lambdadb.issue.Baseline;
import io.github.lambdadb.issue.CheckReport;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/** Takes from a module's report as accepted what the baseline holds. */
record Acceptance(Maven maven, Settings settings) {
    CheckReport over(CheckReport report) throws MojoExecutionException {
        List<Baseline> known = new ArrayList<>();
        BaselineFile.of(maven, settings).read().ifPresent(known::add);
        return Reports.accepting(known, report, settings.policy().failOn());
    }
}

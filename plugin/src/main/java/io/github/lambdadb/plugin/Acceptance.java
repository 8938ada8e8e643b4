package io.github.lambdadb.plugin;

import io.github.lambdadb.check.Reports;
import io.github.lambdadb.issue.Baseline;
import io.github.lambdadb.issue.CheckReport;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/** Takes from a module's report as accepted what the baseline holds, and what the reference of {@code newSince} has. */
record Acceptance(Maven maven, Settings settings) {
    CheckReport over(Analysed analysed) throws MojoExecutionException {
        CheckReport report = analysed.report();
        List<Baseline> known = new ArrayList<>();
        BaselineFile.of(maven, settings).read().ifPresent(known::add);
        CheckReport rest = accepting(known, report);
        if (!settings.newSince().value().isBlank()) {
            known.add(new EarlierState(analysed.request(), settings.newSince()).baseline(rest));
        }
        return accepting(known, report);
    }

    private CheckReport accepting(List<Baseline> known, CheckReport report) {
        return Reports.accepting(known, report, settings.policy().failOn());
    }
}

package io.github.lambdadb.plugin;

import io.github.lambdadb.budget.Budget;
import io.github.lambdadb.check.Reports;
import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.report.budget.BudgetText;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;

/** Prints the connection budget: the sessions that functions may open at each database against those that it accepts. */
@Mojo(name = "budget", requiresProject = false, threadSafe = true)
public final class BudgetMojo extends AnalysisGoal {
    @Inject
    BudgetMojo(Maven maven) {
        super(maven);
    }

    @Override
    void tell(Maven maven, Settings settings, Analysed analysed) {
        if (Reactor.of(maven).isLastAfter(analysed.report())) {
            print(maven, settings);
        }
    }

    @Override
    void skipped(Maven maven, Settings settings) {
        if (Reactor.of(maven).isLastAfterSkipping()) {
            print(maven, settings);
        }
    }

    /** The functions of all modules share the databases. */
    private void print(Maven maven, Settings settings) {
        CheckReport all =
                Reports.together(Reactor.of(maven).reports(), settings.policy().failOn());
        BudgetText.lines(Budget.of(all.facts())).forEach(getLog()::info);
    }
}

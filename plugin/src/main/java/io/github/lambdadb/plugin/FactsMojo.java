package io.github.lambdadb.plugin;

import io.github.lambdadb.report.facts.FactsText;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;

/** Prints what the tool believes: functions, connection sources with every setting and where it came from, database calls, gaps. */
@Mojo(name = "facts", requiresProject = false, threadSafe = true)
public final class FactsMojo extends AnalysisGoal {
    @Inject
    FactsMojo(Maven maven) {
        super(maven);
    }

    @Override
    void tell(Maven maven, Settings settings, Analysed analysed) {
        FactsText.lines(analysed.report().facts()).forEach(getLog()::info);
    }

    @Override
    void skipped(Maven maven, Settings settings) {
        // nothing is kept for the reactor
    }
}

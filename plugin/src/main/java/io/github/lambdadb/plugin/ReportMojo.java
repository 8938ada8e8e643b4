package io.github.lambdadb.plugin;

import io.github.lambdadb.issue.CheckReport;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;

/** The same analysis and reports as <code>check</code>; never fails on findings. */
@Mojo(name = "report", requiresProject = false, threadSafe = true)
public final class ReportMojo extends AnalysisGoal {
    @Inject
    ReportMojo(Maven maven) {
        super(maven);
    }

    @Override
    void tell(Maven maven, Settings settings, Analysed analysed) throws MojoExecutionException {
        CheckReport accepted = new Acceptance(maven, settings).over(analysed);
        new Publication(maven, settings, getLog()).publish(accepted, analysed.took());
    }

    @Override
    void skipped(Maven maven, Settings settings) throws MojoExecutionException {
        new Publication(maven, settings, getLog()).skip();
    }
}

package io.github.lambdadb.plugin;

import io.github.lambdadb.issue.CheckReport;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Analyses the module, writes the reports, prints the findings, and fails the build at or above <code>failOn</code>. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class CheckMojo extends AnalysisGoal {
    @Inject
    CheckMojo(Maven maven) {
        super(maven);
    }

    @Override
    void tell(Maven maven, Settings settings, Analysed analysed) throws MojoExecutionException, MojoFailureException {
        CheckReport accepted = new Acceptance(maven, settings).over(analysed);
        Optional<CheckReport> all = new Publication(maven, settings, getLog()).publish(accepted, analysed.took());
        Verdict verdict = new Verdict(maven);
        if (!settings.failsAtEnd()) {
            verdict.apply(accepted);
        } else if (all.isPresent()) {
            verdict.apply(all.get());
        }
    }

    @Override
    void skipped(Maven maven, Settings settings) throws MojoExecutionException, MojoFailureException {
        Optional<CheckReport> all = new Publication(maven, settings, getLog()).skip();
        if (settings.failsAtEnd() && all.isPresent()) {
            new Verdict(maven).apply(all.get());
        }
    }
}

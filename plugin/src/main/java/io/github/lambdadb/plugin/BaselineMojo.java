package io.github.lambdadb.plugin;

import io.github.lambdadb.check.BaselineChange;
import io.github.lambdadb.check.FailOn;
import io.github.lambdadb.check.Reports;
import io.github.lambdadb.issue.Baseline;
import io.github.lambdadb.issue.Baseline.Entry;
import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.report.Wrapped;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Accepts all findings that there are now: writes the baseline file, adds what is new and removes what is no longer found.
 * Never fails on findings; does not run on a build server.
 */
@Mojo(name = "baseline", requiresProject = false, threadSafe = true)
public final class BaselineMojo extends AnalysisGoal {
    @Inject
    BaselineMojo(Maven maven) {
        super(maven);
    }

    @Override
    void start(Maven maven, Settings settings) throws MojoExecutionException {
        Optional<String> server =
                ContinuousIntegration.variable(maven.session().getRequest().getSystemProperties());
        if (server.isPresent()) {
            throw new MojoExecutionException("The baseline is not written on a build server (" + server.get()
                    + " is set): run lambda-db:baseline locally and commit "
                    + BaselineFile.of(maven, settings).name() + ".");
        }
        // what cannot be read is told before the work
        BaselineFile.of(maven, settings).read();
    }

    @Override
    void tell(Maven maven, Settings settings, Analysed analysed) throws MojoExecutionException {
        Publication publication = new Publication(maven, settings, getLog());
        publication.print(
                Reports.accepting(List.of(Baseline.of(analysed.report().issues())), analysed.report(), FailOn.NEVER),
                analysed.took());
        boolean isLast = Reactor.of(maven).isLastAfter(analysed.report());
        Publication.failOnDefects(analysed.report());
        if (isLast) {
            write(maven, settings);
        }
    }

    @Override
    void skipped(Maven maven, Settings settings) throws MojoExecutionException {
        if (Reactor.of(maven).isLastAfterSkipping()) {
            write(maven, settings);
        }
    }

    private void write(Maven maven, Settings settings) throws MojoExecutionException {
        BaselineFile file = BaselineFile.of(maven, settings);
        Optional<Baseline> before = file.read();
        CheckReport all = Reports.together(Reactor.of(maven).reports(), FailOn.NEVER);
        BaselineChange change =
                BaselineChange.of(before.orElse(BaselineFile.nothing()), all, new CoveredFiles(maven, settings)::cover);
        change.removed().forEach(this::tellRemoved);
        if (before.isPresent() || !change.added().isEmpty()) {
            file.write(change.after());
        }
        getLog().info("lambda-db: %d added to %s, %d removed, %d kept%s"
                .formatted(
                        change.added().size(),
                        file.name(),
                        change.removed().size(),
                        change.kept().size(),
                        change.isWhole() ? "" : "; none is removed while there is code that cannot be read"));
    }

    private void tellRemoved(Entry entry) {
        getLog().info(Wrapped.line("lambda-db: no longer found: " + entry.rule() + " in " + entry.file() + " ("
                + entry.member() + (entry.name().isBlank() ? "" : ", " + entry.name()) + ")"));
    }
}

package io.github.lambdadb.plugin;

import io.github.lambdadb.check.BaselineChange;
import io.github.lambdadb.check.FunctionLifecycles;
import io.github.lambdadb.check.Reports;
import io.github.lambdadb.issue.Baseline;
import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.issue.CheckReport.RuleFailure;
import io.github.lambdadb.report.Reporter;
import io.github.lambdadb.report.console.ConsoleLine;
import io.github.lambdadb.report.console.ConsoleReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/** Brings a module's report to the log and to files, and the reactor's to files when its last module is done. */
record Publication(Maven maven, Settings settings, Log log) {
    /** The reactor's report if this module was the last. */
    Optional<CheckReport> publish(CheckReport report, Duration took) throws MojoExecutionException {
        print(report, took);
        write(maven.folder(), report);
        boolean isLast = Reactor.of(maven).isLastAfter(report);
        failOnDefects(report);
        if (!settings.failsAtEnd()) {
            // the build may stop here
            GithubActions.of(maven).tell(settings.reporters(), report);
        }
        return isLast ? Optional.of(finish()) : Optional.empty();
    }

    void print(CheckReport report, Duration took) {
        new ConsoleReport(RepositoryRoot.of(maven), name(), report, took)
                .lines()
                .forEach(this::log);
    }

    /** The reactor's report if this module, which has none itself, was the last. */
    Optional<CheckReport> skip() throws MojoExecutionException {
        return Reactor.of(maven).isLastAfterSkipping() ? Optional.of(finish()) : Optional.empty();
    }

    private CheckReport finish() throws MojoExecutionException {
        CheckReport all =
                Reports.together(Reactor.of(maven).reports(), settings.policy().failOn());
        boolean isWritten =
                maven.session().getProjects().size() == 1 && maven.folder().equals(maven.top());
        if (!isWritten) {
            write(maven.top(), all);
        }
        if (settings.failsAtEnd()) {
            GithubActions.of(maven).tell(settings.reporters(), all);
        }
        tellOfGoneFindings(all);
        tellOfUnknownFunctions(all);
        return all;
    }

    /** Only where all modules were seen: the name may be one of theirs. */
    private void tellOfUnknownFunctions(CheckReport all) {
        boolean isWhole = maven.session().getAllProjects().size()
                        == maven.session().getProjects().size()
                && !LargerBuild.holds(maven.top(), RepositoryRoot.of(maven));
        if (isWhole) {
            FunctionLifecycles.withoutFunction(settings.policy(), all.facts())
                    .forEach(line -> log.warn("lambda-db: " + line));
        }
    }

    private void tellOfGoneFindings(CheckReport all) throws MojoExecutionException {
        BaselineFile file = BaselineFile.of(maven, settings);
        Optional<Baseline> baseline = file.read();
        if (baseline.isPresent()) {
            int gone = BaselineChange.of(baseline.get(), all, new CoveredFiles(maven, settings)::cover)
                    .removed()
                    .size();
            if (gone > 0) {
                log.info("lambda-db: %d in %s no longer found; lambda-db:baseline removes what is gone"
                        .formatted(gone, file.name()));
            }
        }
    }

    private String name() {
        return maven.session().getProjects().size() == 1 ? "" : maven.project().getArtifactId();
    }

    private void write(Path folder, CheckReport report) throws MojoExecutionException {
        Path directory = folder.resolve(settings.outputDirectory());
        for (Reporter reporter : settings.reporters()) {
            Path file = directory.resolve(reporter.fileName());
            try {
                Files.createDirectories(directory);
                // a text of analysed code may hold half a character, which is no reason to fail
                Files.write(file, reporter.render(report).getBytes(StandardCharsets.UTF_8));
            } catch (IOException unwritable) {
                throw new MojoExecutionException(
                        "The report " + file + " cannot be written: " + unwritable, unwritable);
            }
        }
    }

    static void failOnDefects(CheckReport report) throws MojoExecutionException {
        if (!report.failures().isEmpty()) {
            RuleFailure first = report.failures().get(0);
            throw new MojoExecutionException("Rule '" + first.rule() + "' failed: " + first.reason());
        }
    }

    private void log(ConsoleLine line) {
        switch (line.level()) {
            case ERROR -> log.error(line.text());
            case WARNING -> log.warn(line.text());
            case INFO -> log.info(line.text());
            case DEBUG -> log.debug(line.text());
        }
    }
}

package io.github.lambdadb.plugin;

import io.github.lambdadb.check.CheckRequest;
import io.github.lambdadb.check.Checker;
import io.github.lambdadb.check.ConfigurationException;
import io.github.lambdadb.check.FailOn;
import io.github.lambdadb.check.PathFilter;
import io.github.lambdadb.check.Policy;
import io.github.lambdadb.check.SettingText;
import io.github.lambdadb.check.SuppressionsFile;
import io.github.lambdadb.issue.CheckReport;
import java.time.Duration;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;

/**
 * A goal that analyses the module. All parameters are texts, since Maven itself would read a misspelled flag as
 * {@code false}.
 */
abstract sealed class AnalysisGoal extends AbstractMojo
        permits CheckMojo, ReportMojo, BaselineMojo, FactsMojo, BudgetMojo, FixMojo {
    /** Does nothing. */
    @Parameter(property = "lambda-db.skip", defaultValue = "false")
    private String skip = "false";

    /** The least severity that fails the build: <code>error</code>, <code>warning</code>, <code>note</code>, <code>never</code>. */
    @Parameter(property = "lambda-db.failOn", defaultValue = "warning")
    private String failOn = "warning";

    /** In a reactor: fails once, after the last module, with all findings told. */
    @Parameter(property = "lambda-db.failAtEnd", defaultValue = "true")
    private String failAtEnd = "true";

    /**
     * <code>default</code>, or <code>strict</code>: one connection for each execution environment, and notes are warnings. What
     * is set otherwise wins.
     */
    @Parameter(property = "lambda-db.preset", defaultValue = "default")
    private String preset = "default";

    /** The largest pool an execution environment may have without a finding. */
    @Parameter(property = "lambda-db.maxPoolSize", defaultValue = "2")
    private String maxPoolSize = "2";

    /** How long connections may live: <code>kept</code>, <code>per-invocation</code>, or <code>either</code> of the two. */
    @Parameter(property = "lambda-db.lifecycle", defaultValue = "either")
    private String lifecycle = "either";

    /** Declares the idle-session timeout set on the database outside this repository, <code>PT60S</code> or <code>60s</code>. */
    @Parameter(property = "lambda-db.serverIdleTimeout")
    private String serverIdleTimeout = "";

    /** Invocations that the account runs at once, for the connection budget. */
    @Parameter(property = "lambda-db.accountConcurrency", defaultValue = "1000")
    private String accountConcurrency = "1000";

    /** Sessions that others than the analysed functions hold at each database, for the connection budget. */
    @Parameter(property = "lambda-db.otherSessions", defaultValue = "0")
    private String otherSessions = "0";

    /** Globs over repository-relative paths of the files to analyse; all Java of the module when not given. */
    @Parameter(property = "lambda-db.includes")
    private List<String> includes = List.of();

    /** Globs over repository-relative paths of the files not to analyse. */
    @Parameter(property = "lambda-db.excludes")
    private List<String> excludes = List.of();

    /**
     * Templates to read, as paths or globs relative to the repository, or folders of them; when not given, those that are
     * found below the module and beside it.
     */
    @Parameter(property = "lambda-db.infrastructure")
    private List<String> infrastructure = List.of();

    /** Analyses test sources too. */
    @Parameter(property = "lambda-db.includeTests", defaultValue = "false")
    private String includeTests = "false";

    /**
     * Per rule <code>off</code>, <code>note</code>, <code>warning</code> or <code>error</code>, or an element
     * <code>severity</code> and one for each option. As a user property: <code>RULE=error,RULE.OPTION=VALUE</code>.
     */
    @SuppressWarnings("unused") // read from the POM itself, since Maven cannot convert elements of two shapes
    @Parameter(property = "lambda-db.rules")
    private PlexusConfiguration rules = new XmlPlexusConfiguration("rules");

    /**
     * The reports to write: <code>sarif</code> (always), <code>html</code>, <code>json</code>, <code>checkstyle</code>,
     * <code>junit</code>, <code>gitlab</code>, <code>github</code>, <code>markdown</code>. <code>auto</code> is the first three,
     * and what the build server reads: <code>github</code> and <code>markdown</code> on GitHub Actions, <code>gitlab</code> on
     * GitLab, <code>checkstyle</code> on Jenkins. On GitHub Actions <code>github</code> goes to the output of the step as well,
     * and <code>markdown</code> to its summary.
     */
    @Parameter(property = "lambda-db.formats", defaultValue = "auto")
    private List<String> formats = List.of("auto");

    /**
     * Suppressions kept outside the code: a YAML list of <code>rule</code>, <code>path</code> (a glob) and <code>reason</code>;
     * a relative path starts at the repository's root.
     */
    @Parameter(property = "lambda-db.suppressionsFile")
    private String suppressionsFile = "";

    /** Where reports go; a relative path starts at the module's folder. */
    @Parameter(property = "lambda-db.outputDirectory", defaultValue = "target/lambda-db")
    private String outputDirectory = "target/lambda-db";

    /**
     * The findings that are accepted, a file that <code>lambda-db:baseline</code> writes; a relative path starts at the
     * repository's root.
     */
    @Parameter(property = "lambda-db.baselineFile", defaultValue = "lambda-db-baseline.json")
    private String baselineFile = "lambda-db-baseline.json";

    /** A git ref, <code>origin/main</code>: only findings that its sources do not have fail the build. */
    @Parameter(property = "lambda-db.newSince")
    private String newSince = "";

    private final Maven maven;

    AnalysisGoal(Maven maven) {
        this.maven = maven;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        try {
            for (Maven module : maven.modules()) {
                Settings settings = settings(module, Given.of(module));
                if (settings.isSkipped()) {
                    skipped(module, settings);
                } else {
                    analyse(module, settings);
                }
            }
        } catch (ConfigurationException wrongSetting) {
            throw new MojoExecutionException(wrongSetting.getMessage());
        }
    }

    private void analyse(Maven module, Settings settings) throws MojoExecutionException, MojoFailureException {
        start(module, settings);
        long start = System.nanoTime();
        CheckRequest request = new ModuleInputs(module, settings).request();
        CheckReport report = Checker.check(request);
        tell(module, settings, new Analysed(request, report, Duration.ofNanos(System.nanoTime() - start)));
    }

    /** Stops the goal before the analysis. */
    void start(Maven maven, Settings settings) throws MojoExecutionException {
        // most goals have no reason to
    }

    /** Tells the user, and fails if the goal is one that does. */
    abstract void tell(Maven maven, Settings settings, Analysed analysed)
            throws MojoExecutionException, MojoFailureException;

    /** The module is left out, but may be the last of the reactor. */
    abstract void skipped(Maven maven, Settings settings) throws MojoExecutionException, MojoFailureException;

    private Settings settings(Maven module, Given given) {
        String chosen = SettingText.word(given.setting("preset", preset), Policy.PRESETS);
        String largest = chosen.equals(Policy.STRICT) ? "1" : maxPoolSize;
        return new Settings(
                SettingText.flag(given.setting("skip", skip)),
                SettingText.flag(given.setting("failAtEnd", failAtEnd)),
                SettingText.flag(given.setting("includeTests", includeTests)),
                PathFilter.of(given.settings("includes", includes), given.settings("excludes", excludes)),
                given.settings("infrastructure", infrastructure),
                new Policy(
                        given.rules(),
                        SettingText.count(given.setting("maxPoolSize", largest)),
                        SettingText.optionalDuration(given.setting("serverIdleTimeout", serverIdleTimeout)),
                        SettingText.count(given.setting("accountConcurrency", accountConcurrency)),
                        SettingText.countOrNone(given.setting("otherSessions", otherSessions)),
                        SettingText.word(given.setting("lifecycle", lifecycle), Policy.LIFECYCLES),
                        given.file().functions(),
                        FailOn.of(given.setting("failOn", failOn)),
                        SuppressionsFile.read(
                                RepositoryRoot.of(module), given.setting("suppressionsFile", suppressionsFile)),
                        chosen),
                Formats.of(
                        given.settings("formats", formats),
                        ContinuousIntegration.formats(
                                maven.session().getRequest().getSystemProperties())),
                SettingText.path(given.setting("outputDirectory", outputDirectory)),
                SettingText.path(given.setting("baselineFile", baselineFile)),
                given.setting("newSince", newSince));
    }
}

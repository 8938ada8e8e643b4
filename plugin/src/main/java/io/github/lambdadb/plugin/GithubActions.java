package io.github.lambdadb.plugin;

import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.report.Reporter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Properties;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * What GitHub Actions takes beside files: commands, which must begin a line of the step's output, and a page that steps append to.
 *
 * @param output that of the process; Maven's log puts its level before each line, and Maven 4 does so with {@code System.out} too
 */
record GithubActions(Properties systemProperties, OutputStream output) {
    private static final String COMMANDS = "github";
    private static final String SUMMARY = "markdown";

    static GithubActions of(Maven maven) {
        return new GithubActions(
                maven.session().getRequest().getSystemProperties(), new FileOutputStream(FileDescriptor.out));
    }

    /** Tells what GitHub reads of these formats; nothing anywhere else, and nothing of a module without functions. */
    void tell(List<Reporter> reporters, CheckReport report) throws MojoExecutionException {
        if (report.isEmpty()) {
            return;
        }
        for (Reporter reporter : reporters) {
            if (reporter.name().equals(COMMANDS) && value("GITHUB_ACTIONS").equalsIgnoreCase("true")) {
                print(reporter.render(report));
            }
            if (reporter.name().equals(SUMMARY) && !value("GITHUB_STEP_SUMMARY").isEmpty()) {
                append(Path.of(value("GITHUB_STEP_SUMMARY")), reporter.render(report));
            }
        }
    }

    /** All at once, so that nothing of another module comes between. */
    private void print(String commands) throws MojoExecutionException {
        System.out.flush();
        try {
            output.write(commands.getBytes(StandardCharsets.UTF_8));
            output.flush();
        } catch (IOException unwritable) {
            throw new MojoExecutionException("The output of the build cannot be written: " + unwritable, unwritable);
        }
    }

    private static void append(Path page, String summary) throws MojoExecutionException {
        try {
            Files.write(
                    page,
                    summary.getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new MojoExecutionException(
                    "The summary " + page + " (GITHUB_STEP_SUMMARY) cannot be written: " + unwritable, unwritable);
        }
    }

    private String value(String variable) {
        return systemProperties.getProperty("env." + variable, "").strip();
    }
}

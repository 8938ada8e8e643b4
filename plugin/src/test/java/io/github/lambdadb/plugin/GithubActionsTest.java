package io.github.lambdadb.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lambdadb.facts.Coverage;
import io.github.lambdadb.facts.Facts;
import io.github.lambdadb.facts.LambdaFunction;
import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.issue.Outcome;
import io.github.lambdadb.report.Reporter;
import io.github.lambdadb.source.Location;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GithubActionsTest {
    private static final Facts NOTHING = Facts.none(new Coverage(0, 0, 0, 0, 0));

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void commandsAreLinesOfTheOutputItself() throws MojoExecutionException {
        tell("github", "GITHUB_ACTIONS", "true");
        assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo("::of github\n");
    }

    @Test
    void nothingIsPrintedElsewhereOrInAnotherFormat() throws MojoExecutionException {
        tell("github", "CI", "true");
        tell("markdown", "GITHUB_ACTIONS", "true");
        assertThat(output.size()).isZero();
    }

    @Test
    void theSummaryIsAppendedToThoseOfOtherSteps() throws Exception {
        Path page = folder.resolve("summary.md");
        Files.writeString(page, "# before\n");
        tell("markdown", "GITHUB_STEP_SUMMARY", page.toString());
        tell("json", "GITHUB_STEP_SUMMARY", page.toString());
        assertThat(page).hasContent("# before\n::of markdown\n");
    }

    @Test
    void aModuleWithoutFunctionsIsNotToldOf() throws MojoExecutionException {
        Properties github = new Properties();
        github.setProperty("env.GITHUB_ACTIONS", "true");
        new GithubActions(github, output).tell(List.of(new Named("github")), report(NOTHING));
        assertThat(output.size()).isZero();
    }

    @Test
    void aSummaryThatCannotBeWrittenIsNamed() {
        Path page = folder.resolve("missing").resolve("summary.md");
        assertThatThrownBy(() -> tell("markdown", "GITHUB_STEP_SUMMARY", page.toString()))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("GITHUB_STEP_SUMMARY")
                .hasMessageContaining(page.toString());
    }

    private void tell(String format, String variable, String value) throws MojoExecutionException {
        Properties properties = new Properties();
        properties.setProperty("env." + variable, value);
        new GithubActions(properties, output).tell(List.of(new Named(format)), report(withAFunction()));
    }

    private static CheckReport report(Facts facts) {
        return new CheckReport(List.of(), List.of(), List.of(), facts, List.of(), new Outcome.Passed());
    }

    private static Facts withAFunction() {
        return new Facts(
                List.of(LambdaFunction.inCode("Orders", "Orders::handle", Location.ofLine("Orders.java", 1))),
                NOTHING.sources(),
                NOTHING.openings(),
                NOTHING.usesAfterClose(),
                NOTHING.calls(),
                NOTHING.schemaChanges(),
                NOTHING.behaviour(),
                NOTHING.tracers(),
                NOTHING.gaps(),
                NOTHING.database(),
                NOTHING.deployments(),
                NOTHING.capacities(),
                NOTHING.coverage());
    }

    private record Named(String name) implements Reporter {
        @Override
        public String fileName() {
            return name;
        }

        @Override
        public String render(CheckReport report) {
            return "::of " + name + "\n";
        }
    }
}

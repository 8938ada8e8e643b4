package io.github.lambdadb.plugin;

import io.github.lambdadb.check.Checker;
import io.github.lambdadb.check.ConfigurationException;
import io.github.lambdadb.check.RuleManual;
import io.github.lambdadb.check.UserSetting;
import io.github.lambdadb.report.console.RuleTable;
import io.github.lambdadb.report.console.RuleText;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Prints the page of a rule (<code>-Drule=ID</code>), or the table of all rules. */
@Mojo(name = "explain", requiresProject = false, aggregator = true, threadSafe = true)
public final class ExplainMojo extends AbstractMojo {
    /** The rule to explain; all rules are listed when not given. */
    @Parameter(property = "rule")
    private String rule = "";

    @Override
    public void execute() throws MojoExecutionException {
        RuleManual manual = Checker.manual();
        if (rule.isBlank()) {
            RuleTable.lines(manual.rules()).forEach(getLog()::info);
            return;
        }
        try {
            RuleManual one = manual.only(new UserSetting("rule", rule, "by -Drule"));
            RuleText.lines(one.rules().get(0), one.pages().get(0).markdown()).forEach(getLog()::info);
        } catch (ConfigurationException wrongRule) {
            throw new MojoExecutionException(wrongRule.getMessage());
        }
    }
}

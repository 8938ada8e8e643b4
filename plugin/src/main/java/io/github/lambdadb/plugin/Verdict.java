package io.github.lambdadb.plugin;

import io.github.lambdadb.issue.CheckReport;
import io.github.lambdadb.issue.Issue;
import io.github.lambdadb.issue.Outcome;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;

/** Stops the build when the findings say so, with the commands that explain them and the comment that accepts one. */
record Verdict(Maven maven) {
    void apply(CheckReport report) throws MojoFailureException {
        if (report.outcome() instanceof Outcome.Failed failed) {
            throw new MojoFailureException(failed.summary() + explain(report));
        }
    }

    private String explain(CheckReport report) {
        PluginDescriptor plugin = maven.execution().getMojoDescriptor().getPluginDescriptor();
        String goals = plugin.getGroupId() + ":" + plugin.getArtifactId() + ":" + plugin.getVersion();
        String commands = report.issues().stream()
                .filter(Issue::isOpen)
                .map(issue -> issue.rule().id())
                .distinct()
                .sorted()
                .map(rule -> "\n    mvn " + goals + ":explain -Drule=" + rule)
                .collect(Collectors.joining());
        return "\nTo explain them:" + commands
                + "\nTo accept one, on its line or the line before it:\n    // lambda-db:allow RULE -- reason"
                + "\nTo accept all that there are now, and commit the file that this writes:\n    mvn " + goals
                + ":baseline"
                + "\nTo let the build pass whatever is found:\n    -Dlambda-db.failOn=never";
    }
}

package io.github.lambdadb.plugin;

import io.github.lambdadb.issue.CheckReport;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.SessionData;

/**
 * What the modules of one build have reported so far to one execution of a goal. It lies in the build's session, keyed by
 * text, so that modules with another class loader for this plugin count too.
 */
final class Reactor {
    private static final Object SKIPPED = "skipped";

    private final Maven maven;
    private final Map<String, Object> reports;

    private Reactor(Maven maven, Map<String, Object> reports) {
        this.maven = maven;
        this.reports = reports;
    }

    @SuppressWarnings("unchecked") // nobody else uses the key
    static Reactor of(Maven maven) {
        String key = "lambda-db:" + maven.execution().getGoal() + ":"
                + maven.execution().getExecutionId();
        SessionData data = maven.session().getRepositorySession().getData();
        data.set(key, null, new ConcurrentHashMap<String, Object>());
        return new Reactor(maven, (Map<String, Object>) data.get(key));
    }

    /** Notes that this module is done; tells whether it was the last one that the goal runs in. */
    boolean isLastAfter(CheckReport report) {
        return isLast(report);
    }

    /** The same for a module that has no report. */
    boolean isLastAfterSkipping() {
        return isLast(SKIPPED);
    }

    /** The reports of all modules, in an order that does not depend on which was done first. */
    List<CheckReport> reports() {
        return new TreeMap<>(reports)
                .values().stream()
                        .filter(CheckReport.class::isInstance)
                        .map(CheckReport.class::cast)
                        .toList();
    }

    private boolean isLast(Object report) {
        // together, so that exactly one of two that finish at once is the last
        synchronized (reports) {
            reports.put(maven.project().getId(), report);
            return maven.session().getProjects().stream()
                    .filter(this::runs)
                    .allMatch(project -> reports.containsKey(project.getId()));
        }
    }

    boolean hasReportOf(MavenProject project) {
        return reports.get(project.getId()) instanceof CheckReport;
    }

    /** Whether the goal is to run in the module, were it built. */
    boolean runs(MavenProject project) {
        if (maven.isCalledByHand()) {
            return true;
        }
        Plugin plugin = project.getPlugin(maven.execution().getPlugin().getKey());
        return plugin != null
                && plugin.getExecutions().stream()
                        .anyMatch(execution ->
                                execution.getId().equals(maven.execution().getExecutionId())
                                        && execution
                                                .getGoals()
                                                .contains(maven.execution().getGoal())
                                        && !"none".equals(execution.getPhase()));
    }
}

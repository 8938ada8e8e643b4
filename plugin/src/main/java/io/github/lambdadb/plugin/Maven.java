package io.github.lambdadb.plugin;

import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;

/** What Maven gives to a goal: the build, the module, the goal's own execution, and the way to libraries. */
record Maven(
        MavenSession session,
        MavenProject project,
        MojoExecution execution,
        RepositorySystem repositories,
        ProjectDependenciesResolver dependencies) {
    @Inject
    Maven {}

    /**
     * This module, or, if the goal was called by hand, all that Maven was asked for: it runs a goal that needs no project
     * only once then, for the first of them.
     */
    List<Maven> modules() {
        if (!isCalledByHand() || !hasPom()) {
            return List.of(this);
        }
        return session.getProjects().stream().map(this::at).toList();
    }

    /** The same for another module. */
    Maven at(MavenProject module) {
        return new Maven(session, module, execution, repositories, dependencies);
    }

    /** Whether the folder has a POM of its own; without one Maven puts a stand-in in its place. */
    boolean hasPom() {
        return project.getFile() != null;
    }

    /** The module's folder, or the current one without a POM. */
    Path folder() {
        return hasPom() ? absolute(project.getBasedir().toPath()) : top();
    }

    /** The folder that Maven was called in or for. */
    Path top() {
        return absolute(Path.of(session.getExecutionRootDirectory()));
    }

    boolean isCalledByHand() {
        return execution.getSource() == MojoExecution.Source.CLI;
    }

    static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}

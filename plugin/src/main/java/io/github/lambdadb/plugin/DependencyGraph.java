package io.github.lambdadb.plugin;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.DependencyResolutionResult;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.graph.DependencyNode;

/** The dependencies of a module as far as their POMs could be read, the nearest first; no jar is looked for. */
record DependencyGraph(List<DependencyNode> nodes, List<String> errors) {
    DependencyGraph {
        nodes = List.copyOf(nodes);
        errors = List.copyOf(errors);
    }

    static DependencyGraph of(Maven maven, MavenProject module) {
        DependencyResolutionResult result = collect(maven, module);
        List<DependencyNode> found = new ArrayList<>();
        List<DependencyNode> level = result.getDependencyGraph() == null
                ? List.of()
                : result.getDependencyGraph().getChildren();
        while (!level.isEmpty()) {
            found.addAll(level);
            level = level.stream().flatMap(node -> node.getChildren().stream()).toList();
        }
        return new DependencyGraph(
                found,
                result.getCollectionErrors().stream().map(Exception::toString).toList());
    }

    private static DependencyResolutionResult collect(Maven maven, MavenProject module) {
        try {
            DefaultDependencyResolutionRequest request = new DefaultDependencyResolutionRequest(
                    module, maven.session().getRepositorySession());
            request.setResolutionFilter((node, parents) -> false);
            return maven.dependencies().resolve(request);
        } catch (DependencyResolutionException incomplete) {
            // what went wrong is in the result, and is told from there
            return incomplete.getResult();
        }
    }
}

package io.github.lambdadb.plugin;

import io.github.lambdadb.check.Dependencies;
import io.github.lambdadb.check.Dependencies.Missing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;

/**
 * The libraries of a module and of the siblings it needs, found leniently: what cannot be had is told and left out. Maven is
 * not asked to do this before the goal runs, since it would fail on a missing POM and cost modules without functions too.
 */
record ModuleDependencies(Maven maven, List<MavenProject> siblings, boolean includesTests)
        implements Supplier<Dependencies> {
    @Override
    public Dependencies get() {
        if (!maven.hasPom()) {
            return new Dependencies(LooseJars.below(maven.folder()), Map.of(), List.of());
        }
        List<Missing> missing = new ArrayList<>();
        Map<String, ArtifactRequest> wanted = new LinkedHashMap<>();
        Map<String, String> versions = new LinkedHashMap<>();
        modules().forEach(module -> collect(module, wanted, versions, missing));
        List<Path> classPath = new ArrayList<>();
        modules()
                .map(module -> Path.of(module.getBuild().getOutputDirectory()))
                .filter(Files::isDirectory)
                .forEach(classPath::add);
        for (ArtifactResult result : resolve(List.copyOf(wanted.values()))) {
            if (result.isResolved()) {
                classPath.add(result.getArtifact().getFile().toPath());
            } else {
                Artifact artifact = result.getRequest().getArtifact();
                missing.add(new Missing(pom(maven.project()), name(artifact), "the jar could not be found"));
            }
        }
        return new Dependencies(classPath, versions, missing);
    }

    private void collect(
            MavenProject module,
            Map<String, ArtifactRequest> wanted,
            Map<String, String> versions,
            List<Missing> missing) {
        Set<String> modules = modules()
                .map(each -> each.getGroupId() + ":" + each.getArtifactId())
                .collect(Collectors.toSet());
        boolean withTests = includesTests && module.equals(maven.project());
        DependencyGraph graph = DependencyGraph.of(maven, module);
        for (String error : graph.errors()) {
            missing.add(new Missing(pom(module), module.getArtifactId(), error));
        }
        for (DependencyNode node : graph.nodes()) {
            Artifact artifact = node.getArtifact();
            String key = artifact.getGroupId() + ":" + artifact.getArtifactId();
            boolean isTest = "test".equals(node.getDependency().getScope());
            if (!modules.contains(key) && (withTests || !isTest)) {
                versions.putIfAbsent(key, artifact.getBaseVersion());
                if (artifact.getExtension().equals("jar")) {
                    wanted.putIfAbsent(key + ":" + artifact.getClassifier(), new ArtifactRequest(node));
                }
            }
        }
    }

    private List<ArtifactResult> resolve(List<ArtifactRequest> wanted) {
        try {
            return maven.repositories().resolveArtifacts(maven.session().getRepositorySession(), wanted);
        } catch (ArtifactResolutionException incomplete) {
            return incomplete.getResults();
        }
    }

    private Stream<MavenProject> modules() {
        return Stream.concat(Stream.of(maven.project()), siblings.stream());
    }

    private static Path pom(MavenProject module) {
        return Maven.absolute(module.getFile().toPath());
    }

    private static String name(Artifact artifact) {
        return artifact.getGroupId() + ":" + artifact.getArtifactId() + ":" + artifact.getVersion();
    }
}

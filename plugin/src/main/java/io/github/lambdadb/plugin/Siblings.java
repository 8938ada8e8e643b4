package io.github.lambdadb.plugin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;

/** The modules of the same build that a module needs, directly or through others; also those that Maven does not build now. */
final class Siblings {
    private Siblings() {}

    static List<MavenProject> of(Maven maven, boolean includesTests) {
        Map<String, MavenProject> modules = new HashMap<>();
        maven.session().getAllProjects().forEach(module -> modules.put(key(module), module));
        Set<MavenProject> found = new LinkedHashSet<>();
        Deque<MavenProject> open = new ArrayDeque<>(List.of(maven.project()));
        while (!open.isEmpty()) {
            MavenProject next = open.remove();
            for (Dependency dependency : next.getDependencies()) {
                boolean isTest = "test".equals(dependency.getScope());
                MavenProject sibling = modules.get(key(dependency));
                boolean isNeeded = !isTest || (includesTests && next.equals(maven.project()));
                if (sibling != null && isNeeded && !sibling.equals(maven.project()) && found.add(sibling)) {
                    open.add(sibling);
                }
            }
        }
        return List.copyOf(found);
    }

    /** Whether another module of the build depends on this one. */
    static boolean dependOn(Maven maven) {
        return maven.session().getAllProjects().stream()
                .flatMap(module -> module.getDependencies().stream())
                .anyMatch(dependency -> key(dependency).equals(key(maven.project())));
    }

    private static String key(MavenProject project) {
        return project.getGroupId() + ":" + project.getArtifactId() + ":" + project.getVersion();
    }

    private static String key(Dependency dependency) {
        return dependency.getGroupId() + ":" + dependency.getArtifactId() + ":" + dependency.getVersion();
    }
}

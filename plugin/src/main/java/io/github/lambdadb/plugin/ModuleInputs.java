package io.github.lambdadb.plugin;

import io.github.lambdadb.check.CheckRequest;
import io.github.lambdadb.check.Checker;
import io.github.lambdadb.check.InfrastructureFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.model.FileSet;
import org.apache.maven.project.MavenProject;

/** Gathers what the engine needs to know about a module. */
record ModuleInputs(Maven maven, Settings settings) {
    CheckRequest request() {
        Path folder = maven.folder();
        Path root = RepositoryRoot.of(maven);
        List<MavenProject> siblings =
                maven.hasPom() ? Siblings.of(maven, settings.includesTests()) : List.<MavenProject>of();
        List<Path> ownRoots = maven.hasPom() ? sourceRoots(maven.project()) : discovered(folder);
        return new CheckRequest(
                root,
                folder,
                ownRoots,
                siblings.stream()
                        .flatMap(sibling -> sourceRoots(sibling).stream())
                        .toList(),
                resourceRoots(ownRoots, siblings),
                InfrastructureFiles.of(root, settings.infrastructure()),
                declared(),
                new Once<>(new ModuleDependencies(maven, siblings, settings.includesTests())),
                settings.included(),
                Siblings.dependOn(maven),
                settings.policy());
    }

    private Set<String> declared() {
        return maven.hasPom()
                ? maven.project().getDependencies().stream()
                        .map(dependency -> dependency.getGroupId() + ":" + dependency.getArtifactId())
                        .collect(Collectors.toUnmodifiableSet())
                : BuildScript.artifacts(maven.folder());
    }

    /** As the POM says; where it says nothing that exists, what a look into the folder shows. */
    private List<Path> sourceRoots(MavenProject project) {
        Stream<String> declared = settings.includesTests()
                ? Stream.concat(project.getCompileSourceRoots().stream(), project.getTestCompileSourceRoots().stream())
                : project.getCompileSourceRoots().stream();
        List<Path> existing = declared.map(root -> Maven.absolute(Path.of(root)))
                .filter(Files::isDirectory)
                .toList();
        Path folder = Maven.absolute(project.getBasedir().toPath());
        return existing.isEmpty()
                ? discovered(folder).stream()
                        .filter(root -> isOwn(folder, root))
                        .toList()
                : existing;
    }

    private List<Path> discovered(Path folder) {
        return Checker.sourceRoots(folder, settings.includesTests()).stream()
                .map(Maven::absolute)
                .toList();
    }

    /** Whether no project of its own lies between the folder and the source root. */
    private static boolean isOwn(Path folder, Path root) {
        Path between = folder;
        for (Path name : folder.relativize(root)) {
            between = between.resolve(name);
            if (!between.equals(folder) && Files.exists(between.resolve("pom.xml"))) {
                return false;
            }
        }
        return true;
    }

    private List<Path> resourceRoots(List<Path> ownRoots, List<MavenProject> siblings) {
        Stream<Path> declared = maven.hasPom()
                ? Stream.concat(Stream.of(maven.project()), siblings.stream())
                        .flatMap(project -> project.getResources().stream())
                        .map(FileSet::getDirectory)
                        .map(Path::of)
                : Stream.empty();
        Stream<Path> beside = ownRoots.stream().map(root -> root.resolveSibling("resources"));
        return Stream.concat(declared, beside)
                .map(Maven::absolute)
                .distinct()
                .filter(Files::isDirectory)
                .toList();
    }
}

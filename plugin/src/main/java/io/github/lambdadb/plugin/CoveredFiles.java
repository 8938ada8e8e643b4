package io.github.lambdadb.plugin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.project.MavenProject;

/**
 * The files that the build is done with: all modules that may find something in them have run. A build of some modules, or
 * one that was started below the topmost POM, is not done with what the others use.
 */
record CoveredFiles(Maven maven, Settings settings) {
    boolean cover(String file) {
        Path path = RepositoryRoot.of(maven).resolve(file).normalize();
        if (!settings.included().test(file)) {
            return false;
        }
        return maven.hasPom()
                ? !LargerBuild.holds(maven.top(), RepositoryRoot.of(maven))
                        && owner(path).map(this::isDoneWith).orElse(false)
                : path.startsWith(maven.folder());
    }

    private boolean isDoneWith(MavenProject owner) {
        Reactor reactor = Reactor.of(maven);
        List<MavenProject> finders = maven.session().getAllProjects().stream()
                .filter(module -> module.equals(owner)
                        || Siblings.of(maven.at(module), settings.includesTests())
                                .contains(owner))
                .toList();
        return finders.stream().anyMatch(reactor::hasReportOf)
                && finders.stream().filter(reactor::runs).allMatch(reactor::hasReportOf);
    }

    /** The module whose folder the file lies in; none if it belongs to another build. */
    private Optional<MavenProject> owner(Path path) {
        for (Path folder = path.getParent(); folder != null; folder = folder.getParent()) {
            Path here = folder;
            Optional<MavenProject> module = maven.session().getAllProjects().stream()
                    .filter(each -> Maven.absolute(each.getBasedir().toPath()).equals(here))
                    .findFirst();
            if (module.isPresent() || Files.exists(folder.resolve("pom.xml"))) {
                return module;
            }
        }
        return Optional.empty();
    }
}

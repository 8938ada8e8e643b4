package io.github.lambdadb.plugin;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** The plugin's configuration as a module's POM has it: what Maven passes on lacks the keys that the goal does not know. */
final class PomConfiguration {
    private PomConfiguration() {}

    /** That of the execution first, since it wins, then that of the plugin. */
    static List<Xpp3Dom> of(Maven maven, String pluginKey) {
        Optional<Plugin> plugin = plugin(maven.project(), pluginKey);
        String execution = maven.execution().getExecutionId();
        Stream<ConfigurationContainer> containers = Stream.concat(
                plugin.stream()
                        .flatMap(each -> each.getExecutions().stream()
                                .filter(one -> one.getId().equals(execution))),
                plugin.stream());
        return containers
                .map(ConfigurationContainer::getConfiguration)
                .filter(Xpp3Dom.class::isInstance)
                .map(Xpp3Dom.class::cast)
                .toList();
    }

    private static Optional<Plugin> plugin(MavenProject project, String key) {
        return Optional.ofNullable(project.getPlugin(key))
                .or(() -> Optional.ofNullable(project.getPluginManagement())
                        .map(management -> management.getPluginsAsMap().get(key)));
    }
}

package io.github.lambdadb.plugin;

import io.github.lambdadb.check.ConfigurationFile;
import io.github.lambdadb.check.UserSetting;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** The names of all parameters of all goals; a POM may configure several goals at once. */
record KnownNames(Collection<String> names, Collection<String> properties) {
    /** What a goal is asked once, on the command line. */
    private static final List<String> NOT_IN_FILES =
            List.of("rule", "skip", "newSince", "goal", "detail", "lineLength", "indentSize", "dryRun");

    static KnownNames of(PluginDescriptor plugin) {
        Collection<String> names = new TreeSet<>();
        plugin.getMojos().stream()
                .flatMap(goal -> goal.getParameters().stream())
                .filter(Parameter::isEditable)
                .map(Parameter::getName)
                .forEach(names::add);
        return new KnownNames(names, properties(plugin));
    }

    /** Those that a user may set on the command line, {@code lambda-db.skip}. */
    private static Collection<String> properties(PluginDescriptor plugin) {
        return plugin.getMojos().stream()
                .flatMap(goal -> goal.getParameters().stream())
                .filter(Parameter::isEditable)
                .map(Parameter::getExpression)
                .filter(expression -> expression != null && expression.startsWith("${" + Given.PREFIX))
                .map(expression -> expression.substring(2, expression.length() - 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Stops at the first name that no goal knows, on the command line or in the POM. */
    void refuseOthersIn(Given given) {
        for (String key : new TreeSet<>(given.userProperties().stringPropertyNames())) {
            if (key.startsWith(Given.PREFIX) && !properties.contains(key)) {
                throw new UserSetting(key, given.userProperties().getProperty(key), "on the command line")
                        .unknownKey("user property", properties);
            }
        }
        given.file()
                .refuseOthersThan(Stream.concat(names.stream(), Stream.of(ConfigurationFile.FUNCTIONS))
                        .filter(name -> !NOT_IN_FILES.contains(name))
                        .toList());
        for (Xpp3Dom configuration : given.configurations()) {
            for (Xpp3Dom child : configuration.getChildren()) {
                if (!names.contains(child.getName())) {
                    throw new UserSetting(child.getName(), Given.text(child), Given.POM).unknownKey("parameter", names);
                }
            }
        }
    }
}

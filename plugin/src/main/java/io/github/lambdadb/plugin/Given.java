package io.github.lambdadb.plugin;

import io.github.lambdadb.check.ConfigurationFile;
import io.github.lambdadb.check.SettingText;
import io.github.lambdadb.check.UserSetting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** What the user gave, on the command line, else in the module's POM, else in {@code lambda-db.yaml}; names that no goal knows are refused. */
record Given(
        Properties userProperties, Properties projectProperties, List<Xpp3Dom> configurations, ConfigurationFile file) {
    static final String PREFIX = "lambda-db.";
    static final String POM = "in the POM";

    Given {
        configurations = List.copyOf(configurations);
    }

    static Given of(Maven maven) {
        PluginDescriptor plugin = maven.execution().getMojoDescriptor().getPluginDescriptor();
        Given given = new Given(
                maven.session().getUserProperties(),
                maven.hasPom() ? maven.project().getProperties() : new Properties(),
                PomConfiguration.of(maven, plugin.getPluginLookupKey()),
                ConfigurationFile.nearest(RepositoryRoot.of(maven), maven.folder()));
        KnownNames.of(plugin).refuseOthersIn(given);
        return given;
    }

    /** {@code injected} is what Maven gave to the goal, for the first module if the goal was called by hand. */
    UserSetting setting(String name, String injected) {
        return setting(name, name, injected);
    }

    /** {@code property} is what the command line calls it, behind the prefix. */
    UserSetting setting(String name, String property, String injected) {
        return fromCommandLine(property)
                .or(() -> ofPom(name).map(element -> new UserSetting(name, text(element), POM)))
                .or(() -> fromProperties(property))
                .or(() -> file.setting(name))
                .orElseGet(() -> new UserSetting(name, injected.strip(), POM));
    }

    List<UserSetting> settings(String name, List<String> injected) {
        Optional<UserSetting> given = fromCommandLine(name);
        if (given.isPresent()) {
            return SettingText.list(given.get().value()).stream()
                    .map(value -> given.get().withValue(value))
                    .toList();
        }
        Optional<List<String>> ofPom = ofPom(name)
                .map(list -> Arrays.stream(list.getChildren()).map(Given::text).toList())
                .filter(list -> !list.isEmpty());
        if (ofPom.isEmpty() && fromProperties(name).isEmpty() && file.names(name)) {
            return file.settings(name);
        }
        return ofPom.orElse(injected).stream()
                .map(value -> new UserSetting(name, value.strip(), POM))
                .toList();
    }

    /** Severities and options by rule; those of the command line come last, so that they win. */
    List<UserSetting> rules() {
        List<UserSetting> rules = new ArrayList<>(file.rules());
        ofPom("rules").ifPresent(ofPom -> Arrays.stream(ofPom.getChildren()).forEach(rule -> addRule(rules, rule)));
        Optional<UserSetting> given = fromCommandLine("rules");
        for (String pair : given.map(UserSetting::value).map(SettingText::list).orElse(List.of())) {
            int equals = pair.indexOf('=');
            UserSetting whole = given.get().withValue(pair);
            if (equals < 1) {
                throw whole.malformed("RULE=SEVERITY", "oversized-pool=error");
            }
            String value = pair.substring(equals + 1).strip();
            rules.add(new UserSetting(pair.substring(0, equals).strip(), value, whole.where()));
        }
        return rules;
    }

    private static void addRule(List<UserSetting> rules, Xpp3Dom rule) {
        if (rule.getChildCount() == 0) {
            rules.add(new UserSetting(rule.getName(), text(rule), POM));
        }
        for (Xpp3Dom part : rule.getChildren()) {
            boolean isSeverity = part.getName().equals("severity");
            String key = isSeverity ? rule.getName() : rule.getName() + "." + part.getName();
            rules.add(new UserSetting(key, text(part), POM));
        }
    }

    private Optional<UserSetting> fromCommandLine(String name) {
        return Optional.ofNullable(userProperties.getProperty(PREFIX + name))
                .map(value -> new UserSetting(name, value.strip(), "by the user property " + PREFIX + name));
    }

    private Optional<UserSetting> fromProperties(String name) {
        return Optional.ofNullable(projectProperties.getProperty(PREFIX + name))
                .map(value -> new UserSetting(name, value.strip(), POM));
    }

    private Optional<Xpp3Dom> ofPom(String name) {
        return configurations.stream()
                .flatMap(configuration -> Optional.ofNullable(configuration.getChild(name)).stream())
                .findFirst();
    }

    static String text(Xpp3Dom element) {
        String value = element.getValue();
        return value == null ? "" : value.strip();
    }
}

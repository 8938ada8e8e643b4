package io.github.lambdadb.check;

import io.github.lambdadb.rule.Option;
import io.github.lambdadb.rule.Options;
import io.github.lambdadb.rule.Rule;
import io.github.lambdadb.rule.RuleDescriptor;
import io.github.lambdadb.rule.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The rules that run, sorted by id, each with the severity and the options in effect. */
final class RuleSet {
    private static final String OFF = "off";
    private static final List<String> LEVELS = List.of(OFF, "note", "warning", "error");

    private final List<Active> active;
    private final List<String> installed;

    /** A rule that runs; {@code raisesNotes}: what would be a note is a warning. */
    record Active(Rule rule, RuleDescriptor descriptor, Severity severity, Options options, boolean raisesNotes) {}

    private RuleSet(List<Active> active, List<String> installed) {
        this.active = List.copyOf(active);
        this.installed = List.copyOf(installed);
    }

    /** The rules of this project and of every jar beside it, and the one about suppressions, which is asked last. */
    static List<Rule> installed() {
        try {
            return sorted(ServiceLoader.load(Rule.class, RuleSet.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get));
        } catch (ServiceConfigurationError broken) {
            throw new ConfigurationException("A rule of a jar cannot be loaded: "
                    + String.valueOf(broken.getMessage()).replaceAll("\\s+", " ") + ".");
        }
    }

    static List<Rule> sorted(Stream<Rule> found) {
        List<Rule> rules = Stream.concat(found, Stream.of(new UnusedSuppression()))
                .sorted(Comparator.comparing(rule -> rule.descriptor().id()))
                .toList();
        for (int i = 1; i < rules.size(); i++) {
            String id = rules.get(i).descriptor().id();
            if (id.equals(rules.get(i - 1).descriptor().id())) {
                throw new ConfigurationException("Two rules are called '" + id + "': "
                        + rules.get(i - 1).getClass().getName() + " and "
                        + rules.get(i).getClass().getName() + ".");
            }
        }
        return rules;
    }

    static RuleSet of(List<Rule> installed, Policy policy) {
        Map<String, RuleDescriptor> known = new HashMap<>();
        installed.forEach(rule -> known.put(rule.descriptor().id(), rule.descriptor()));
        Map<String, String> levels = new HashMap<>();
        Map<String, Map<String, Object>> options = new HashMap<>();
        for (UserSetting setting : withParameters(policy, known)) {
            int dot = setting.key().indexOf('.');
            if (dot < 0) {
                levels.put(known(known, setting, setting.key()).id(), level(setting));
            } else {
                RuleDescriptor rule = known(known, setting, setting.key().substring(0, dot));
                Option<?> option = option(rule, setting, setting.key().substring(dot + 1));
                options.computeIfAbsent(rule.id(), id -> new HashMap<>()).put(option.key(), value(option, setting));
            }
        }
        policy.suppressions().forEach(suppression -> known(known, ruleOf(suppression), suppression.rule()));
        List<String> ids =
                installed.stream().map(rule -> rule.descriptor().id()).toList();
        return new RuleSet(activate(installed, levels, options, policy.raisesNotes()), ids);
    }

    List<Active> active() {
        return active;
    }

    List<RuleDescriptor> descriptors() {
        return active.stream().map(Active::descriptor).toList();
    }

    Optional<Active> active(String id) {
        return active.stream().filter(rule -> rule.descriptor().id().equals(id)).findFirst();
    }

    /** The ids of all rules, also of those that are switched off. */
    List<String> installedIds() {
        return installed;
    }

    boolean runs(String id) {
        return active(id).isPresent();
    }

    private static List<Active> activate(
            List<Rule> installed,
            Map<String, String> levels,
            Map<String, Map<String, Object>> options,
            boolean isStrict) {
        List<Active> active = new ArrayList<>();
        for (Rule rule : installed) {
            RuleDescriptor descriptor = rule.descriptor();
            String level = levels.getOrDefault(descriptor.id(), descriptor.levelByDefault());
            if (!level.equals(OFF)) {
                Options given = new Options(options.getOrDefault(descriptor.id(), Map.of()));
                boolean raisesNotes = isStrict && !levels.containsKey(descriptor.id());
                Severity severity = Severity.valueOf(level.toUpperCase(Locale.ROOT));
                active.add(new Active(rule, descriptor, severity, given, raisesNotes));
            }
        }
        return active;
    }

    /** Some parameters are options of one rule each; the option itself, if given, wins. */
    private static List<UserSetting> withParameters(Policy policy, Map<String, RuleDescriptor> known) {
        List<UserSetting> all = new ArrayList<>();
        option(known, "oversized-pool", "limit", Integer.toString(policy.maxPoolSize()), "by maxPoolSize")
                .ifPresent(all::add);
        option(known, "lifecycle-policy", "lifecycle", policy.lifecycle(), "by lifecycle")
                .ifPresent(all::add);
        FunctionLifecycles.option(policy)
                .filter(setting -> known.containsKey(FunctionLifecycles.RULE))
                .ifPresent(all::add);
        all.addAll(policy.rules());
        return all;
    }

    private static Optional<UserSetting> option(
            Map<String, RuleDescriptor> known, String rule, String key, String value, String where) {
        boolean isThere = known.containsKey(rule)
                && known.get(rule).options().stream()
                        .anyMatch(option -> option.key().equals(key));
        return isThere ? Optional.of(new UserSetting(rule + "." + key, value, where)) : Optional.empty();
    }

    private static UserSetting ruleOf(FileSuppression suppression) {
        return new UserSetting("rule", suppression.rule(), "in " + suppression.location());
    }

    private static RuleDescriptor known(Map<String, RuleDescriptor> known, UserSetting setting, String id) {
        RuleDescriptor descriptor = known.get(id);
        if (descriptor == null) {
            throw new UserSetting(id, setting.value(), setting.where()).unknownKey("rule", known.keySet());
        }
        return descriptor;
    }

    private static String level(UserSetting setting) {
        if (!LEVELS.contains(setting.value())) {
            throw setting.unknownValue(LEVELS);
        }
        return setting.value();
    }

    private static Object value(Option<?> option, UserSetting setting) {
        Object value = SettingText.like(option.defaultValue(), setting);
        FunctionLifecycles.refuseMalformed(setting);
        if (!option.values().isEmpty() && !option.values().contains(value)) {
            throw setting.unknownValue(
                    option.values().stream().map(String::valueOf).toList());
        }
        return value;
    }

    private static Option<?> option(RuleDescriptor rule, UserSetting setting, String key) {
        return rule.options().stream()
                .filter(option -> option.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new UserSetting(key, setting.value(), setting.where())
                        .unknownKey(
                                "option of rule '" + rule.id() + "':",
                                rule.options().stream().map(Option::key).toList()));
    }
}

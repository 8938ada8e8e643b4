package io.github.lambdadb.frontend.template.cloudformation;

import io.github.lambdadb.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The parameters of the groups that databases name. */
final class ParameterGroups {
    private static final Set<String> TYPES = Set.of("AWS::RDS::DBParameterGroup", "AWS::RDS::DBClusterParameterGroup");

    private final Estate estate;

    ParameterGroups(Estate estate) {
        this.estate = estate;
    }

    /** Parameters by lower-case name, and whether there are no others. */
    record Parameters(Map<String, Value<String>> values, boolean isComplete) {
        static final Parameters NONE = new Parameters(Map.of(), true);

        /** What holds when it may be any of these. */
        static Parameters anyOf(List<Parameters> all) {
            Set<String> names = new LinkedHashSet<>();
            all.forEach(each -> names.addAll(each.values.keySet()));
            Map<String, Value<String>> values = new LinkedHashMap<>();
            for (String name : names) {
                List<Optional<Value<String>>> each = new ArrayList<>();
                all.forEach(one -> each.add(Optional.ofNullable(one.values.get(name))));
                Values.anyOf(each).ifPresent(value -> values.put(name, value));
            }
            return new Parameters(values, all.stream().allMatch(Parameters::isComplete));
        }

        /** These, but for what the others set. */
        Parameters overriddenBy(Parameters others) {
            Map<String, Value<String>> both = new LinkedHashMap<>(values);
            both.putAll(others.values);
            return new Parameters(both, isComplete && others.isComplete);
        }
    }

    /** The parameters of the group that a database names under that key; none when it names none, as AWS's defaults hold then. */
    Parameters of(Section database, String key) {
        Alternatives<Text> names = database.texts(key);
        List<Parameters> all = new ArrayList<>();
        names.options().forEach(name -> all.add(named(name.text())));
        if (names.mayBeAbsent() || all.isEmpty()) {
            all.add(Parameters.NONE);
        }
        Parameters any = Parameters.anyOf(all);
        return new Parameters(
                any.values(), any.isComplete() && names.obstacles().isEmpty());
    }

    private Parameters named(String name) {
        if (name.startsWith("default.")) {
            return Parameters.NONE;
        }
        return estate.find(name, TYPES).map(ParameterGroups::read).orElseGet(() -> new Parameters(Map.of(), false));
    }

    private static Parameters read(Placed group) {
        Section section = group.properties().below("Parameters");
        Map<String, Value<String>> values = new LinkedHashMap<>();
        section.texts().forEach((name, value) -> values.put(name.toLowerCase(Locale.ROOT), value));
        return new Parameters(values, section.isComplete());
    }
}

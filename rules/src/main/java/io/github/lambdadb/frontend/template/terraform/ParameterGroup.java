package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The parameters that groups give to a database, and whether all groups were read. */
record ParameterGroup(Map<String, Value<String>> parameters, boolean isComplete) {
    static final ParameterGroup NONE = new ParameterGroup(Map.of(), true);
    private static final ParameterGroup UNREAD = new ParameterGroup(Map.of(), false);

    ParameterGroup {
        parameters = Map.copyOf(parameters);
    }

    /** The group that a term names; a group of AWS's own has no parameters. */
    static ParameterGroup named(Term name, Inventory inventory, String type) {
        if (name.isNothing()
                || Texts.exact(name).filter(text -> text.startsWith("default.")).isPresent()) {
            return NONE;
        }
        List<Resource> groups = inventory.meant(name, type);
        Optional<Resource> group = groups.size() == 1
                ? Optional.of(groups.get(0))
                : inventory.ofType(type).stream()
                        .filter(resource -> Texts.exact(name).isPresent()
                                && Texts.exact(resource.argument("name")).equals(Texts.exact(name)))
                        .findFirst();
        return group.map(resource -> of(resource.argument("parameter"))).orElse(UNREAD);
    }

    /** The parameters of a list of mappings with a name and a value. */
    static ParameterGroup of(Term list) {
        Map<String, Value<String>> parameters = new LinkedHashMap<>();
        boolean isComplete = list.isNothing() || (list.items().isPresent() && list.isWhole());
        for (Term parameter :
                list.entries().isPresent() ? List.of(list) : list.items().orElse(List.of())) {
            Optional<String> name = Texts.exact(parameter.member("name"));
            name.ifPresent(text -> parameters.put(
                    text.toLowerCase(Locale.ROOT), parameter.member("value").text()));
            isComplete &= name.isPresent();
        }
        return new ParameterGroup(parameters, isComplete);
    }

    /** These parameters, and those of the other group where this one has none. */
    ParameterGroup over(ParameterGroup other) {
        Map<String, Value<String>> all = new LinkedHashMap<>(other.parameters);
        all.putAll(parameters);
        return new ParameterGroup(all, isComplete && other.isComplete);
    }
}

package io.github.lambdadb.knowledge;

import io.github.lambdadb.facts.IgnoredSetting.Fate;
import io.github.lambdadb.facts.Property;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a product does with a setting that it does not take as it is: the knowledge of its own validation.
 *
 * @param setting the setting that is not taken
 * @param when all of this holds of the values in force
 * @param inForce for a replaced setting its value in force, as {@link io.github.lambdadb.facts.Setting} shows it, or the name
 *     of the setting whose value it gets: {@code =maximum-size}
 * @param unlessSet whether only the default is not taken
 * @param because why, a clause for a message
 */
public record Adjustment(
        Property setting,
        List<Comparison> when,
        Fate fate,
        String inForce,
        boolean unlessSet,
        String because,
        VersionRange versions) {
    public Adjustment {
        when = List.copyOf(when);
    }

    /** The settings that decide, the one that is not taken first. */
    public List<Property> deciding() {
        return Stream.concat(Stream.of(setting), when.stream().flatMap(Comparison::settings))
                .distinct()
                .toList();
    }
}

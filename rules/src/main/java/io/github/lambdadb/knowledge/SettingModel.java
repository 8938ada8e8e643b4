package io.github.lambdadb.knowledge;

import java.util.List;
import java.util.Optional;

/**
 * One setting of a product.
 *
 * @param keys configuration keys, the preferred first; it is what messages show
 * @param setters methods of one argument that set it
 * @param getters methods without arguments that read it back
 * @param flags methods without arguments that set it to {@code true}
 * @param unit the unit of plain numbers, for durations
 * @param defaults the value nothing sets, by version; none: the product has no default
 * @param effectiveWhen a condition without which the setting does nothing, {@code minimum-idle < maximum-size}; empty: always
 * @param neverValue the plain number that switches a timer off ("0", "-1"), or empty
 */
public record SettingModel(
        List<String> keys,
        List<String> setters,
        List<String> getters,
        List<String> flags,
        Unit unit,
        List<Default> defaults,
        String effectiveWhen,
        String neverValue) {
    /** The unit of a number. */
    public enum Unit {
        NONE,
        MILLISECONDS,
        SECONDS,
        MINUTES
    }

    /**
     * The default of a range of versions: {@code from} inclusive, {@code before} exclusive, either may be empty; the value is
     * written as {@link io.github.lambdadb.facts.Setting} shows it, or names another setting: {@code =maximum-size}.
     */
    public record Default(String value, String from, String before) {}

    public SettingModel {
        keys = List.copyOf(keys);
        setters = List.copyOf(setters);
        getters = List.copyOf(getters);
        flags = List.copyOf(flags);
        defaults = List.copyOf(defaults);
    }

    /** The default of a version; of the newest range when the version is not known. */
    public Optional<Default> defaultOf(String version) {
        if (version.isEmpty()) {
            return defaults.isEmpty() ? Optional.empty() : Optional.of(defaults.get(defaults.size() - 1));
        }
        return defaults.stream()
                .filter(range -> Versions.isWithin(version, range.from(), range.before()))
                .findFirst();
    }
}

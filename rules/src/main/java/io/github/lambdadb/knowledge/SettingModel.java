package io.github.lambdadb.knowledge;

import java.time.Duration;
import java.util.List;

/**
 * One setting of a product.
 *
 * @param keys configuration keys, the preferred first; it is what messages show
 * @param setters methods of one argument that set it
 * @param getters methods without arguments that read it back
 * @param flags methods without arguments that set it to {@code true}
 * @param unit the unit of plain numbers, for durations
 * @param defaults the value nothing sets, by version; none: the product has no default
 * @param neverValue the plain number that switches a timer off ("0", "-1"), or empty
 */
public record SettingModel(
        List<String> keys,
        List<String> setters,
        List<String> getters,
        List<String> flags,
        Unit unit,
        List<Default> defaults,
        String neverValue) {
    /** The unit of a number. */
    public enum Unit {
        NONE,
        MILLISECONDS,
        SECONDS,
        MINUTES;

        /**
         * A duration as a plain number of this unit, rounded down.
         *
         * @throws IllegalArgumentException for {@link #NONE}, in which no duration can be told
         */
        public long of(Duration duration) {
            return switch (this) {
                case MILLISECONDS -> duration.toMillis();
                case SECONDS -> duration.toSeconds();
                case MINUTES -> duration.toMinutes();
                case NONE -> throw new IllegalArgumentException("A duration without a unit");
            };
        }
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

    /** A setting that is read by its keys alone. */
    public static SettingModel named(List<String> keys, List<Default> defaults) {
        return new SettingModel(keys, List.of(), List.of(), List.of(), Unit.NONE, defaults, "");
    }

    /** The defaults that a version may have: those of all ranges when the version is not known. */
    public List<Default> defaultsOf(String version) {
        return defaults.stream()
                .filter(range -> new VersionRange(range.from(), range.before()).mayInclude(version))
                .toList();
    }

    /** Whether what holds without a setting is known of every version: one of the defaults, or that there is none. */
    public boolean hasDefaultInEachVersion() {
        boolean first = defaults.stream().anyMatch(range -> range.from().isEmpty());
        boolean last = defaults.stream().anyMatch(range -> range.before().isEmpty());
        return defaults.isEmpty() || (first && last);
    }
}

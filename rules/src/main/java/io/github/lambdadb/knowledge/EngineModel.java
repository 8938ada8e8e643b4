package io.github.lambdadb.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An engine as RDS offers it: how many sessions it accepts when nothing sets {@code max_connections}.
 *
 * @param id the file's id ({@code aurora-mysql})
 * @param name how people call it
 * @param names how templates spell it
 * @param formulas the default, as a parameter group writes it, by version of the engine
 * @param classes the documented default of instance classes; the longest family that fits counts
 * @param capacities the documented default by the maximum of Aurora capacity units
 * @param cap what a small minimum of capacity units caps the default to, at most one
 * @param reserved sessions that ordinary users do not get
 * @param reservedFor what for, or empty
 */
public record EngineModel(
        String id,
        String name,
        List<String> names,
        List<Formula> formulas,
        List<ClassDefault> classes,
        Map<Integer, Integer> capacities,
        List<Cap> cap,
        int reserved,
        String reservedFor) {
    /** A default of some versions. */
    public record Formula(String text, VersionRange versions) {}

    /** The default of one size in families of instance classes. */
    public record ClassDefault(String size, List<String> families, int maximum) {
        public ClassDefault {
            families = List.copyOf(families);
        }
    }

    /** With a minimum of fewer capacity units than {@code below}, the default is at most {@code maximum}. */
    public record Cap(int below, int maximum) {}

    public EngineModel {
        names = List.copyOf(names);
        formulas = List.copyOf(formulas);
        classes = List.copyOf(classes);
        capacities = Map.copyOf(capacities);
        cap = List.copyOf(cap);
    }

    /** Whether a template means this engine. */
    public boolean isCalled(String text) {
        return names.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    /** The documented default of an instance class, {@code db.r6g.large}. */
    public Optional<Integer> ofClass(String instanceClass) {
        InstanceClass parts = InstanceClass.parse(instanceClass);
        return classes.stream()
                .filter(known -> known.size().equals(parts.size()))
                .flatMap(known -> known.families().stream()
                        .filter(parts.family()::startsWith)
                        .map(family -> Map.entry(family.length(), known.maximum())))
                .max(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue);
    }

    /** The documented default of a serverless database: that of the largest documented capacity that it may grow to. */
    public Optional<Integer> ofCapacity(double minimum, double maximum) {
        NavigableMap<Integer, Integer> sorted = new TreeMap<>(capacities);
        Optional<Integer> documented = Optional.ofNullable(sorted.floorEntry((int) Math.floor(maximum)))
                .map(Map.Entry::getValue);
        return documented.map(sessions -> cap.stream()
                .filter(limit -> minimum < limit.below())
                .map(limit -> Math.min(sessions, limit.maximum()))
                .findFirst()
                .orElse(sessions));
    }

    /** The default of the version, or of all that it may be when they agree. */
    public Optional<String> formula(String version) {
        List<String> fitting = formulas.stream()
                .filter(formula -> formula.versions().mayInclude(version))
                .map(Formula::text)
                .distinct()
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }
}

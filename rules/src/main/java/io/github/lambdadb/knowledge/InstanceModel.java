package io.github.lambdadb.knowledge;

import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How much memory instance classes have.
 *
 * @param memory GiB by size, by family; the longest family that fits counts
 * @param shares how much of it is {@code DBInstanceClassMemory}, by the GiB from which on
 */
public record InstanceModel(Map<String, Map<String, Double>> memory, Map<Double, Double> shares) {
    private static final double BYTES = 1024.0 * 1024 * 1024;

    public InstanceModel {
        memory = Map.copyOf(memory);
        shares = Map.copyOf(shares);
    }

    /** {@code DBInstanceClassMemory} of an instance class in bytes, about; empty for one that is not known. */
    public Optional<Double> usableMemory(String instanceClass) {
        InstanceClass parts = InstanceClass.parse(instanceClass);
        NavigableMap<Double, Double> sorted = new TreeMap<>(shares);
        return memory.entrySet().stream()
                .filter(family -> parts.family().startsWith(family.getKey()))
                .max(Comparator.comparingInt(family -> family.getKey().length()))
                .map(family -> family.getValue().get(parts.size()))
                .map(gibibytes ->
                        gibibytes * BYTES * sorted.floorEntry(gibibytes).getValue());
    }
}

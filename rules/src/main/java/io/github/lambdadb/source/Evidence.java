package io.github.lambdadb.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why something is believed: steps from the entry point or the origin of a value to the place that matters. */
public record Evidence(List<Step> steps) {
    /** The step at which a value stands as a literal. */
    public static final String WRITTEN = "written here";

    private static final int MOST = 120;
    private static final Evidence NONE = new Evidence(List.of());

    /**
     * One step: a place and what happens there, a short phrase without a full stop.
     *
     * @param isDeployed whether the place is of what deploys the code, which may be Java itself
     */
    public record Step(Location location, String text, boolean isDeployed) {
        public Step(Location location, String text) {
            this(location, text, false);
        }

        private boolean isOutsideOfCode() {
            return isDeployed || !location.file().endsWith(".java");
        }
    }

    public Evidence {
        steps = List.copyOf(steps);
    }

    public static Evidence none() {
        return NONE;
    }

    public static Evidence of(Location location, String text) {
        return new Evidence(List.of(new Step(location, text)));
    }

    /** These steps, then the others; a step that repeats its predecessor is left out. */
    public Evidence then(Evidence other) {
        List<Step> all = new ArrayList<>(steps);
        for (Step step : other.steps) {
            if (all.isEmpty() || !all.get(all.size() - 1).equals(step)) {
                all.add(step);
            }
        }
        return new Evidence(all.size() <= MOST ? all : shortened(all));
    }

    /** A value that a hundred lines put together is explained by the first and the last of them. */
    private static List<Step> shortened(List<Step> steps) {
        List<Step> kept = new ArrayList<>(steps.subList(0, MOST / 2));
        kept.addAll(steps.subList(steps.size() - MOST / 2, steps.size()));
        return kept;
    }

    /** The same steps, as those of what deploys the code. */
    public Evidence deployed() {
        return new Evidence(steps.stream()
                .map(step -> new Step(step.location(), step.text(), true))
                .toList());
    }

    /** Where a value is set: the last step outside of the code that is deployed if there is one, else the last. */
    public Optional<Location> origin() {
        return steps.stream()
                .filter(Step::isOutsideOfCode)
                .map(Step::location)
                .reduce((first, second) -> second)
                .or(this::lastLocation);
    }

    /** Where a value is written: outside of the code if it comes from there, else the first step. */
    public Optional<Location> beginning() {
        return steps.stream()
                .filter(Step::isOutsideOfCode)
                .findFirst()
                .or(() -> steps.stream().findFirst())
                .map(Step::location);
    }

    /** Where the last step stands; empty when there is no step. */
    public Optional<Location> lastLocation() {
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(steps.get(steps.size() - 1).location());
    }
}

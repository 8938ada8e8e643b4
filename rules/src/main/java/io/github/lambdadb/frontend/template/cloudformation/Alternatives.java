package io.github.lambdadb.frontend.template.cloudformation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What an expression may come to, depending on what is decided at deployment; the likeliest first.
 *
 * @param mayBeAbsent whether it may also come to nothing at all
 * @param obstacles why further options could not be evaluated; none when there are no further ones
 */
record Alternatives<T>(List<T> options, boolean mayBeAbsent, List<Obstacle> obstacles) {
    private static final int MOST = 16;

    Alternatives {
        options = List.copyOf(options);
        obstacles = List.copyOf(obstacles);
    }

    static <T> Alternatives<T> of(T only) {
        return new Alternatives<>(List.of(only), false, List.of());
    }

    static <T> Alternatives<T> absent() {
        return new Alternatives<>(List.of(), true, List.of());
    }

    static <T> Alternatives<T> obstacle(Obstacle obstacle) {
        return new Alternatives<>(List.of(), false, List.of(obstacle));
    }

    /** Whether it certainly comes to nothing. */
    boolean isAbsent() {
        return options.isEmpty() && obstacles.isEmpty();
    }

    Alternatives<T> withoutAbsence() {
        return new Alternatives<>(options, false, obstacles);
    }

    /** These or the others. */
    Alternatives<T> or(Alternatives<T> others) {
        return union(List.of(this, others));
    }

    static <T> Alternatives<T> union(List<Alternatives<T>> all) {
        List<T> options = new ArrayList<>();
        Set<Obstacle> obstacles = new LinkedHashSet<>();
        boolean mayBeAbsent = false;
        for (Alternatives<T> each : all) {
            options.addAll(each.options);
            obstacles.addAll(each.obstacles);
            mayBeAbsent |= each.mayBeAbsent;
        }
        return bounded(options, mayBeAbsent, new ArrayList<>(obstacles));
    }

    private static <T> Alternatives<T> bounded(List<T> options, boolean mayBeAbsent, List<Obstacle> obstacles) {
        if (options.size() <= MOST && obstacles.size() <= MOST) {
            return new Alternatives<>(options, mayBeAbsent, obstacles);
        }
        // that something is missing is told by one obstacle as well as by many
        List<Obstacle> told = obstacles.isEmpty()
                ? List.of(Obstacle.TOO_MANY)
                : obstacles.subList(0, Math.min(MOST, obstacles.size()));
        return new Alternatives<>(options.subList(0, Math.min(MOST, options.size())), mayBeAbsent, told);
    }

    <R> Alternatives<R> then(Function<? super T, Alternatives<R>> function) {
        List<Alternatives<R>> results = new ArrayList<>();
        options.forEach(option -> results.add(function.apply(option)));
        results.add(new Alternatives<>(List.of(), mayBeAbsent, obstacles));
        return union(results);
    }

    /** Every combination of an option of each; what is absent is left out, as CloudFormation does. */
    static <T> Alternatives<List<T>> each(List<Alternatives<T>> items) {
        List<List<T>> lists = new ArrayList<>();
        lists.add(new ArrayList<>());
        List<Obstacle> obstacles = new ArrayList<>();
        for (Alternatives<T> item : items) {
            if (obstacles.size() < MOST) {
                obstacles.addAll(item.obstacles);
            }
            lists = extended(lists, item, obstacles);
        }
        return bounded(lists, false, obstacles);
    }

    private static <T> List<List<T>> extended(List<List<T>> lists, Alternatives<T> item, List<Obstacle> obstacles) {
        int ways = item.options.size() + (item.mayBeAbsent ? 1 : 0);
        if (ways == 1 || ways * lists.size() > MOST) {
            if (ways > 1) {
                obstacles.add(Obstacle.TOO_MANY);
            }
            item.options.stream().findFirst().ifPresent(first -> lists.forEach(list -> list.add(first)));
            return lists;
        }
        List<List<T>> longer = new ArrayList<>();
        for (List<T> list : lists) {
            for (T option : item.options) {
                List<T> copy = new ArrayList<>(list);
                copy.add(option);
                longer.add(copy);
            }
            if (item.mayBeAbsent) {
                longer.add(list);
            }
        }
        return longer;
    }
}

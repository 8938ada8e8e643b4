package io.github.lambdadb.knowledge;

import java.util.List;
import java.util.Map;

/**
 * What the methods of a type mean for the threads of a program.
 *
 * @param type qualified name; its subtypes count too
 * @param starts methods that let another thread run the functions that they are given, and do not wait
 * @param completes those that wait until what they have started is over
 * @param repeats those that start it again and again
 * @param joins methods after which what was started is over, or that ask whether it is
 * @param follows methods that let something begin when what was started is over, and do not wait
 * @param sizes how many threads at most run what a method starts, or an object that it makes
 */
public record ThreadModel(
        String type,
        List<String> starts,
        List<String> completes,
        List<String> repeats,
        List<String> joins,
        List<String> follows,
        Map<String, Size> sizes) {
    public ThreadModel {
        starts = List.copyOf(starts);
        completes = List.copyOf(completes);
        repeats = List.copyOf(repeats);
        joins = List.copyOf(joins);
        follows = List.copyOf(follows);
        sizes = Map.copyOf(sizes);
    }

    /**
     * A number of threads.
     *
     * @param argument the position of the argument that says it; -1 where none does
     * @param most the number where no argument says it; {@link #WITHOUT_LIMIT} where there is none
     */
    public record Size(int argument, int most) {
        public static final int WITHOUT_LIMIT = Integer.MAX_VALUE;
    }
}

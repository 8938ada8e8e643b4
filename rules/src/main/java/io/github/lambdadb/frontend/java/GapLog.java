package io.github.lambdadb.frontend.java;

import io.github.lambdadb.facts.Gap;
import io.github.lambdadb.source.Location;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** The gaps met so far, sorted and without repetition; bounded, since hostile input can make any number of them. */
final class GapLog {
    private static final int LIMIT = 5_000;
    private static final int LONGEST_REASON = 160;

    private final TreeSet<Gap> gaps = new TreeSet<>(
            Comparator.comparing(Gap::location).thenComparing(Gap::kind).thenComparing(Gap::reason));

    synchronized void add(Gap.Kind kind, Location location, String reason) {
        if (gaps.size() < LIMIT) {
            gaps.add(new Gap(kind, location, oneLine(reason)));
        }
    }

    void add(Gap.Kind kind, String file, String reason) {
        add(kind, Location.ofLine(file, 1), reason);
    }

    synchronized List<Gap> list() {
        return List.copyOf(gaps);
    }

    private static String oneLine(String reason) {
        String line = reason.lines().findFirst().orElse("").strip();
        if (line.isEmpty()) {
            return "no reason was given";
        }
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
    }
}

package io.github.lambdadb.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The nearest known spelling of a name: fewest edits, case aside. */
final class Spelling {
    private static final int LONGEST = 100;

    private Spelling() {}

    static Optional<String> nearest(String name, Collection<String> known) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return known.stream()
                .min(Comparator.<String>comparingInt(other -> distance(wanted, other.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    static String suggestion(String name, Collection<String> known) {
        return nearest(name, known)
                .map(near -> "; the nearest known is '" + near + "'.")
                .orElse(".");
    }

    private static int distance(String left, String right) {
        String a = left.substring(0, Math.min(LONGEST, left.length()));
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[right.length()];
    }
}

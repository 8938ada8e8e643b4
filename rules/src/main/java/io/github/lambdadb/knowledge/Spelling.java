package io.github.lambdadb.knowledge;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that somebody may have meant. */
final class Spelling {
    private Spelling() {}

    /** {@code ; did you mean 'x'?} with the nearest of the words, or nothing when none is near. */
    static String suggestion(String written, Collection<String> words) {
        return nearest(written, words)
                .map(word -> "; did you mean '" + word + "'?")
                .orElse("");
    }

    /** The nearest of the words, or nothing when none is near. */
    static Optional<String> nearest(String written, Collection<String> words) {
        int most = Math.max(2, written.length() / 3);
        return words.stream()
                .filter(word -> distance(written, word) <= most)
                .min(Comparator.<String>comparingInt(word -> distance(written, word))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int substituted = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[right.length()];
    }
}

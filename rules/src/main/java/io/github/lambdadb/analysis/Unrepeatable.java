package io.github.lambdadb.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes that have another effect when they run twice: a second row, or a number that is counted twice. */
final class Unrepeatable {
    private static final Pattern INSERT = Pattern.compile("(?i)^\\s*insert\\s+into\\s");

    /** What makes an insert look whether the row is there. */
    private static final Pattern KEYED =
            Pattern.compile("(?i)\\bon\\s+(conflict|duplicate\\s+key)\\b|\\bnot\\s+exists\\b");

    /** {@code UPDATE stock SET amount = amount - ? WHERE ...}. */
    private static final Pattern UPDATE = Pattern.compile("(?is)^\\s*update\\s(.*?)\\sset\\s(.*?)(\\swhere\\s.*)?$");

    private static final Pattern COUNTS =
            Pattern.compile("(?i)(?:^|[\\s,.])(\\w+)\\s*=\\s*(?:\\w+\\.)?\\1\\s*(?:[-+*/]|\\|\\|)");

    private Unrepeatable() {}

    /** The beginning of the statement, if it is such a write. */
    static Optional<String> of(String sql) {
        boolean inserts = INSERT.matcher(sql).find() && !KEYED.matcher(sql).find();
        return inserts || counts(sql) ? Optional.of(words(sql, inserts ? 3 : 2)) : Optional.empty();
    }

    private static boolean counts(String sql) {
        Matcher update = UPDATE.matcher(sql);
        if (!update.find()) {
            return false;
        }
        String where = update.group(3) == null ? "" : update.group(3);
        return COUNTS.matcher(update.group(2))
                .results()
                .map(each -> each.group(1))
                .anyMatch(column -> !compares(where, column));
    }

    /** Whether the row is found by what the column was: then the second run finds none. */
    private static boolean compares(String where, String column) {
        return Pattern.compile("(?i)\\b" + Pattern.quote(column) + "\\s*=")
                .matcher(where)
                .find();
    }

    private static String words(String sql, int count) {
        String[] words = sql.strip().replaceAll("[(].*", "").split("\\s+", count + 1);
        return String.join(" ", List.of(words).subList(0, Math.min(count, words.length)))
                .toUpperCase(Locale.ROOT);
    }
}

package io.github.lambdadb.fix;

import io.github.lambdadb.issue.TextEdit;
import io.github.lambdadb.source.Location;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value as a file of configuration, a template or a line of code writes it: at a place, or behind the key at that place.
 *
 * @param start the offset of its first character, without quotes
 */
record WrittenValue(SourceText file, int line, int start, String text) {
    /** {@code key: value}, {@code key=value}, {@code "key": "value"}, {@code name="key" value="value"}. */
    private static final Pattern BEHIND_A_KEY = Pattern.compile(
            "^[\"']?\\s*(?:[:=]|value\\s*=)\\s*(\"[^\"]*\"|'[^']*'|[^\\s#,;\"'<>{}\\[\\]&*!|%@`][^#]*)");

    /** The whole of an entry, for which the reader of properties gives one place. */
    private static final Pattern ENTRY = Pattern.compile("[^\\s=:\\\\]+\\s*[=:]?\\s*([^\\s=:].*)");

    /** The value that stands exactly there, or behind the key that does; empty if it stands on other lines. */
    static Optional<WrittenValue> at(SourceText file, Location place) {
        String there = file.at(place);
        if (place.line() != place.endLine() || there.isEmpty()) {
            return Optional.empty();
        }
        int start = file.offset(place.line(), place.column());
        Matcher entry = ENTRY.matcher(there);
        if (file.file().endsWith(".properties") && entry.matches()) {
            return Optional.of(of(file, place.line(), start + entry.start(1), entry.group(1)));
        }
        int end = file.offset(place.line(), place.endColumn());
        return behind(file, place.line(), end).or(() -> Optional.of(of(file, place.line(), start, there)));
    }

    private static Optional<WrittenValue> behind(SourceText file, int line, int end) {
        Matcher matcher = BEHIND_A_KEY.matcher(file.text().substring(end, file.endOfLine(line)));
        return matcher.find()
                ? Optional.of(of(file, line, end + matcher.start(1), matcher.group(1)))
                : Optional.empty();
    }

    private static WrittenValue of(SourceText file, int line, int start, String raw) {
        String text = raw.stripTrailing();
        boolean isQuoted = text.length() > 1
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.charAt(text.length() - 1) == text.charAt(0);
        return isQuoted
                ? new WrittenValue(file, line, start + 1, text.substring(1, text.length() - 1))
                : new WrittenValue(file, line, start, text);
    }

    TextEdit replacedBy(String other) {
        return file.edit(line, start, start + text.length(), other);
    }

    /** A part of it is replaced, counted from its own beginning. */
    TextEdit replaced(int from, int to, String other) {
        return file.edit(line, start + from, start + to, other);
    }
}

package io.github.lambdadb.fix;

import io.github.lambdadb.issue.TextEdit;
import io.github.lambdadb.source.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text of one file, and its places as offsets. */
final class SourceText {
    private static final int LARGEST = 2 * 1024 * 1024;

    private final String file;
    private final String text;
    private final List<Integer> lines = new ArrayList<>(List.of(0));

    SourceText(String file, String text) {
        this.file = file;
        this.text = text;
        for (int i = 0; i < text.length(); i++) {
            boolean ends = text.charAt(i) == '\n'
                    || (text.charAt(i) == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (ends) {
                lines.add(i + 1);
            }
        }
    }

    /** Empty for what cannot be read, is very large, or is not UTF-8: a change would not be the only one. */
    static Optional<SourceText> read(Path root, String file) {
        try (InputStream in = Files.newInputStream(root.resolve(file))) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            return bytes.length > LARGEST
                    ? Optional.empty()
                    : Optional.of(new SourceText(
                            file,
                            StandardCharsets.UTF_8
                                    .newDecoder()
                                    .decode(ByteBuffer.wrap(bytes))
                                    .toString()));
        } catch (CharacterCodingException otherEncoding) {
            return Optional.empty();
        } catch (IOException | InvalidPathException unreadable) {
            return Optional.empty();
        }
    }

    String file() {
        return file;
    }

    String text() {
        return text;
    }

    /** The offset of a place; the end of its line if the line is shorter. */
    int offset(int line, int column) {
        return Math.min(startOfLine(line) + column - 1, endOfLine(line));
    }

    int startOfLine(int line) {
        return line > lines.size() ? text.length() : lines.get(line - 1);
    }

    /** Where the line's own characters end, before its line ending. */
    int endOfLine(int line) {
        int end = line >= lines.size() ? text.length() : lines.get(line);
        while (end > startOfLine(line) && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }

    String line(int line) {
        return text.substring(startOfLine(line), endOfLine(line));
    }

    /** The blanks at the beginning of a line. */
    String indentation(int line) {
        String whole = line(line);
        return whole.substring(0, whole.length() - whole.stripLeading().length());
    }

    /** The text in a range. */
    String at(Location range) {
        int start = offset(range.line(), range.column());
        return text.substring(start, Math.max(start, offset(range.endLine(), range.endColumn())));
    }

    /** The file's first line ending. */
    String lineEnding() {
        int newline = text.indexOf('\n');
        return newline > 0 && text.charAt(newline - 1) == '\r' ? "\r\n" : "\n";
    }

    /** What stands between two offsets of one line is replaced. */
    TextEdit edit(int line, int from, int to, String replacement) {
        int start = startOfLine(line);
        return new TextEdit(new Location(file, line, from - start + 1, line, to - start + 1), replacement);
    }

    /** Something new at a place of a line. */
    TextEdit insertion(int line, int at, String addition) {
        return edit(line, at, at, addition);
    }

    /** A new line behind that one, in the file's line ending. */
    TextEdit newLineAfter(int line, String addition) {
        return insertion(line, endOfLine(line), lineEnding() + addition);
    }
}

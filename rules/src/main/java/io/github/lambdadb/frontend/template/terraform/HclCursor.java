package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.source.Location;
import java.util.Arrays;

/** A place in a text of Terraform's language, and how deep the reader of it is. */
final class HclCursor {
    private static final int DEEPEST = 80;

    private final String file;
    private final String text;
    private final int[] lineStarts;
    private final int lineBefore;
    private final int columnBefore;
    private int at;
    private int depth;
    private boolean newlinesAreBlank;
    private boolean isCommentOpen;

    HclCursor(String file, String text) {
        this(file, text, 0, 0);
    }

    /** A text that is part of a file: it stands behind so many lines, and its first line behind so many characters. */
    HclCursor(String file, String text, int lineBefore, int columnBefore) {
        this.file = file;
        this.text = text;
        this.lineBefore = lineBefore;
        this.columnBefore = columnBefore;
        int[] starts = new int[16];
        int lines = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            if (lines == starts.length) {
                starts = Arrays.copyOf(starts, lines * 2);
            }
            starts[lines++] = i + 1;
        }
        this.lineStarts = Arrays.copyOf(starts, lines);
        at = text.startsWith("\ufeff") ? 1 : 0;
    }

    int at() {
        return at;
    }

    void moveTo(int place) {
        at = place;
    }

    /** Whether the text ends within a comment. */
    boolean isCommentOpen() {
        return isCommentOpen;
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    /** The next character; zero at the end. */
    char next() {
        return next(0);
    }

    char next(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    void advance(int characters) {
        at = Math.min(text.length(), at + characters);
    }

    /** Passes over that text if it stands here. */
    boolean take(String token) {
        boolean isHere = text.startsWith(token, at);
        if (isHere) {
            at += token.length();
        }
        return isHere;
    }

    void expect(String token) throws HclException {
        skipBlank();
        if (!take(token)) {
            throw new HclException("'" + token + "' is missing", here());
        }
    }

    /** What stands from there to here. */
    String since(int start) {
        return text.substring(start, at);
    }

    /** Whether the end of a line is nothing but a blank, as it is within parentheses; returns what held before. */
    boolean setNewlinesAreBlank(boolean areBlank) {
        boolean before = newlinesAreBlank;
        newlinesAreBlank = areBlank;
        return before;
    }

    void enter() throws HclException {
        if (++depth > DEEPEST) {
            throw new HclException("the nesting is deeper than " + DEEPEST + " levels", here());
        }
    }

    void leave() {
        depth--;
    }

    /** Passes over spaces and comments, and over ends of lines where they mean nothing. */
    void skipBlank() {
        while (!isAtEnd()) {
            char c = next();
            if (c == '#' || (c == '/' && next(1) == '/')) {
                skipLine();
            } else if (c == '/' && next(1) == '*') {
                int end = text.indexOf("*/", at + 2);
                isCommentOpen = end < 0;
                at = end < 0 ? text.length() : end + 2;
            } else if (c == '\n' ? newlinesAreBlank : Character.isWhitespace(c)) {
                at++;
            } else {
                return;
            }
        }
    }

    void skipBlankLines() {
        boolean before = setNewlinesAreBlank(true);
        skipBlank();
        setNewlinesAreBlank(before);
    }

    /** Goes to the end of the line. */
    void skipLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
    }

    boolean isAtName() {
        return Character.isUnicodeIdentifierStart(next()) || next() == '_';
    }

    /** A name; dashes are part of it. */
    String name() throws HclException {
        int start = at;
        if (isAtName()) {
            while (!isAtEnd() && (Character.isUnicodeIdentifierPart(next()) || next() == '-')) {
                at++;
            }
        }
        if (at == start) {
            throw new HclException("a name is missing", here());
        }
        return since(start);
    }

    Location here() {
        return since(at, at);
    }

    /** The place from there to here. */
    Location from(int start) {
        return since(start, at);
    }

    private Location since(int start, int end) {
        int first = line(start);
        int last = line(end);
        return new Location(
                file, lineBefore + first + 1, column(start, first), lineBefore + last + 1, column(end, last));
    }

    private int column(int place, int line) {
        return place - lineStarts[line] + 1 + (line == 0 ? columnBefore : 0);
    }

    private int line(int place) {
        int found = Arrays.binarySearch(lineStarts, place);
        return found >= 0 ? found : -found - 2;
    }
}

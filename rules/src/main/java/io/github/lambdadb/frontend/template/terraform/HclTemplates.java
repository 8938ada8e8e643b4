package io.github.lambdadb.frontend.template.terraform;

import io.github.lambdadb.frontend.template.terraform.Expression.Literal;
import io.github.lambdadb.frontend.template.terraform.Expression.Opaque;
import io.github.lambdadb.frontend.template.terraform.Expression.Part;
import io.github.lambdadb.frontend.template.terraform.Expression.Template;
import io.github.lambdadb.source.Location;
import java.util.ArrayList;
import java.util.List;

/** Reads texts: in quotes, as heredocs, and as the strings of Terraform's JSON. */
final class HclTemplates {
    private static final String ESCAPES = "nrt\"\\";
    private static final String MEANINGS = "\n\r\t\"\\";

    private final HclCursor cursor;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    HclTemplates(HclCursor cursor) {
        this.cursor = cursor;
    }

    /** A text in quotes, which ends on its line. */
    Expression quoted() throws HclException {
        int start = cursor.at();
        cursor.advance(1);
        while (cursor.next() != '"') {
            if (cursor.isAtEnd() || cursor.next() == '\n') {
                throw new HclException("a quote is not closed", cursor.from(start));
            }
            if (cursor.next() == '\\') {
                escape();
            } else if (!sequence()) {
                text.append(cursor.next());
                cursor.advance(1);
            }
        }
        cursor.advance(1);
        return finished(cursor.from(start));
    }

    /** A text between two lines with the same word. */
    Expression heredoc() throws HclException {
        int start = cursor.at();
        cursor.advance(2);
        boolean isIndented = cursor.take("-");
        String word = cursor.name();
        cursor.skipLine();
        cursor.advance(1);
        Location at = cursor.from(start);
        while (!isAtEndOf(word)) {
            if (cursor.isAtEnd()) {
                throw new HclException("the text up to '" + word + "' is not closed", at);
            }
            line();
        }
        return finished(
                new Location(at.file(), at.line(), at.column(), cursor.here().line(), 1), isIndented);
    }

    /** The whole text as one template: a string of Terraform's JSON. */
    static Expression of(String text, Location at) {
        HclTemplates reader = new HclTemplates(new HclCursor(at.file(), text, at.line() - 1, at.column()));
        try {
            while (!reader.cursor.isAtEnd()) {
                if (!reader.sequence()) {
                    reader.text.append(reader.cursor.next());
                    reader.cursor.advance(1);
                }
            }
            return reader.finished(at);
        } catch (HclException malformed) {
            return new Opaque(String.valueOf(malformed.getMessage()), at);
        }
    }

    private boolean isAtEndOf(String word) {
        int lineStart = cursor.at();
        while (cursor.next() == ' ' || cursor.next() == '\t') {
            cursor.advance(1);
        }
        boolean isEnd = cursor.take(word)
                && (cursor.isAtEnd() || Character.isWhitespace(cursor.next()) || ",)]}".indexOf(cursor.next()) >= 0);
        if (!isEnd) {
            cursor.moveTo(lineStart);
        }
        return isEnd;
    }

    private void line() throws HclException {
        boolean isEnded = false;
        while (!isEnded && !cursor.isAtEnd()) {
            if (!sequence()) {
                isEnded = cursor.next() == '\n';
                text.append(cursor.next());
                cursor.advance(1);
            }
        }
    }

    private void escape() throws HclException {
        int meaning = ESCAPES.indexOf(cursor.next(1));
        if (meaning >= 0 && cursor.next(1) != '\0') {
            text.append(MEANINGS.charAt(meaning));
        } else if (cursor.next(1) == 'u' || cursor.next(1) == 'U') {
            text.append('\ufffd');
        } else {
            throw new HclException("a backslash means nothing here", cursor.here());
        }
        cursor.advance(2);
    }

    /** Reads an interpolation, a directive or what escapes one; false when none stands here. */
    private boolean sequence() throws HclException {
        if (cursor.take("$${")) {
            text.append("${");
            return true;
        } else if (cursor.take("%%{")) {
            text.append("%{");
            return true;
        } else if (cursor.take("${")) {
            interpolation();
            return true;
        } else if (cursor.take("%{")) {
            directive();
            return true;
        }
        return false;
    }

    private void interpolation() throws HclException {
        flush();
        boolean before = cursor.setNewlinesAreBlank(true);
        cursor.take("~");
        int start = cursor.at();
        Expression value = new HclExpressions(cursor).read();
        String source = cursor.since(start).strip();
        cursor.skipBlank();
        cursor.take("~");
        cursor.expect("}");
        cursor.setNewlinesAreBlank(before);
        parts.add(new Part(value, source));
    }

    private void directive() throws HclException {
        flush();
        int start = cursor.at();
        while (cursor.next() != '}') {
            if (cursor.isAtEnd() || cursor.next() == '\n') {
                throw new HclException("a directive is not closed", cursor.from(start));
            }
            cursor.advance(1);
        }
        Location at = cursor.from(start);
        cursor.advance(1);
        parts.add(new Part(new Opaque("the text has directives", at), "directive"));
    }

    private void flush() {
        if (text.length() > 0) {
            parts.add(new Part(new Literal(text.toString(), cursor.here()), ""));
            text.setLength(0);
        }
    }

    private Expression finished(Location at) {
        return finished(at, false);
    }

    private Expression finished(Location at, boolean isIndented) {
        flush();
        List<Part> all = isIndented ? Indentation.removed(parts) : parts;
        boolean isPlain = all.size() == 1 && all.get(0).source().isEmpty();
        if (isPlain && all.get(0).value() instanceof Literal literal) {
            return new Literal(literal.text(), at);
        }
        if (all.size() == 1) {
            return all.get(0).value();
        }
        return all.isEmpty() ? new Literal("", at) : new Template(all, at);
    }
}

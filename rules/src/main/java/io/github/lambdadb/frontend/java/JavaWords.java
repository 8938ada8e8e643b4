package io.github.lambdadb.frontend.java;

import java.nio.charset.StandardCharsets;

/** A light scanner over the bytes of a Java file: words and punctuation, with comments and literals told apart. */
final class JavaWords {
    static final int END = -1;
    static final int WORD = 0;
    static final int COMMENT = 1;
    static final int LITERAL = 2;

    private final byte[] bytes;
    private final int length;
    private int at;
    private int start;

    JavaWords(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    /** The kind of the next piece: one of the constants, or the punctuation character itself. */
    int next() {
        while (at < length && bytes[at] >= 0 && bytes[at] <= ' ') {
            at++;
        }
        start = at;
        if (at >= length) {
            return END;
        }
        int c = bytes[at++];
        if (isPart(c)) {
            while (at < length && isPart(bytes[at])) {
                at++;
            }
            return WORD;
        }
        return switch (c) {
            case '/' -> comment();
            case '"' -> string();
            case '\'' -> quoted('\'');
            default -> c;
        };
    }

    int start() {
        return start;
    }

    int end() {
        return at;
    }

    boolean is(String word) {
        if (at - start != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (bytes[start + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    String text() {
        return new String(bytes, start, at - start, StandardCharsets.UTF_8);
    }

    private static boolean isPart(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '$'
                || c < 0;
    }

    private int comment() {
        if (at < length && bytes[at] == '/') {
            while (at < length && bytes[at] != '\n' && bytes[at] != '\r') {
                at++;
            }
            return COMMENT;
        }
        if (at < length && bytes[at] == '*') {
            at++;
            while (at < length && !(bytes[at] == '/' && bytes[at - 1] == '*' && at - start > 2)) {
                at++;
            }
            at = Math.min(length, at + 1);
            return COMMENT;
        }
        return '/';
    }

    private int string() {
        if (at + 1 < length && bytes[at] == '"' && bytes[at + 1] == '"') {
            at += 2;
            while (at < length
                    && !(bytes[at] == '"' && at + 2 < length && bytes[at + 1] == '"' && bytes[at + 2] == '"')) {
                at += bytes[at] == '\\' ? 2 : 1;
            }
            at = Math.min(length, at + 3);
            return LITERAL;
        }
        return quoted('"');
    }

    private int quoted(char quote) {
        while (at < length && bytes[at] != quote && bytes[at] != '\n') {
            at += bytes[at] == '\\' ? 2 : 1;
        }
        at = Math.min(length, at + 1);
        return LITERAL;
    }
}

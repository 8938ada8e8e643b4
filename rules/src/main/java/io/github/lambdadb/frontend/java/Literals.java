package io.github.lambdadb.frontend.java;

import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import io.github.lambdadb.ir.Expr;
import io.github.lambdadb.source.Location;

/** Turns the literals of a syntax tree into values. */
final class Literals {
    private Literals() {}

    static Expr of(LiteralExpr literal, Location at) {
        try {
            return literal.isNullLiteralExpr() ? new Expr.Null(at) : new Expr.Literal(value(literal), at);
        } catch (IllegalArgumentException e) {
            // NumberFormatException included: the parser lets any digits and escapes pass
            return new Expr.Opaque("The literal is malformed", at);
        }
    }

    private static Object value(LiteralExpr literal) {
        if (literal instanceof TextBlockLiteralExpr block) {
            return textBlock(block.getValue());
        }
        if (literal instanceof StringLiteralExpr string) {
            return unescape(string.getValue());
        }
        if (literal instanceof CharLiteralExpr character) {
            String text = unescape(character.getValue());
            if (text.length() != 1) {
                throw new IllegalArgumentException(text);
            }
            return text.charAt(0);
        }
        if (literal instanceof BooleanLiteralExpr bool) {
            return bool.getValue();
        }
        if (literal instanceof IntegerLiteralExpr integer) {
            return integer.asNumber();
        }
        if (literal instanceof LongLiteralExpr number) {
            return number.asNumber();
        }
        if (literal instanceof DoubleLiteralExpr number) {
            return floating(number.getValue().replace("_", ""));
        }
        throw new IllegalArgumentException(literal.getClass().getSimpleName());
    }

    private static Object floating(String text) {
        char last = text.charAt(text.length() - 1);
        boolean isHex = text.startsWith("0x") || text.startsWith("0X");
        boolean hasExponent = text.indexOf('p') > 0 || text.indexOf('P') > 0;
        if ((last == 'f' || last == 'F') && (!isHex || hasExponent)) {
            return Float.valueOf(text);
        }
        return Double.valueOf(text);
    }

    /** Strips the incidental indentation, then translates the escapes, in the order of the language specification. */
    static String textBlock(String raw) {
        String lines = raw.replace("\r\n", "\n").replace('\r', '\n');
        return unescape(lines.stripIndent());
    }

    static String unescape(String raw) {
        return raw.indexOf('\\') < 0 ? raw : unicode(raw).translateEscapes();
    }

    /** Unicode escapes come first, and only after an odd number of backslashes. */
    private static String unicode(String raw) {
        if (!raw.contains("\\u")) {
            return raw;
        }
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < raw.length()) {
            char c = raw.charAt(i);
            char next = i + 1 < raw.length() ? raw.charAt(i + 1) : 0;
            if (c == '\\' && next == 'u') {
                int digits = i + 1;
                while (digits < raw.length() && raw.charAt(digits) == 'u') {
                    digits++;
                }
                if (digits + 4 > raw.length()) {
                    throw new IllegalArgumentException("The Unicode escape is cut off.");
                }
                text.append((char) Integer.parseInt(raw.substring(digits, digits + 4), 16));
                i = digits + 4;
            } else if (c == '\\') {
                text.append(c).append(next);
                i += 2;
            } else {
                text.append(c);
                i++;
            }
        }
        return text.toString();
    }
}

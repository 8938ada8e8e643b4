package io.github.lambdadb.frontend.config;

import io.github.lambdadb.document.Node;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What plain words of YAML 1.1 mean where the framework's reader makes numbers and truth values of them: {@code 1_000} is
 * 1000, {@code 010} is 8, {@code 1:30} is 90, {@code on} is true.
 */
final class YamlWords {
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(0|[1-9][0-9_]*)");
    private static final Pattern OCTAL = Pattern.compile("[-+]?0[0-7_]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("[-+]?0x[0-9a-fA-F_]+");
    private static final Pattern BINARY = Pattern.compile("[-+]?0b[01_]+");
    private static final Pattern BASE_60 = Pattern.compile("[-+]?[1-9][0-9_]*(:[0-5]?[0-9])+");
    private static final Pattern TRUE = Pattern.compile("yes|true|on");
    private static final Pattern FALSE = Pattern.compile("no|false|off");
    private static final int LONGEST = 100;

    private YamlWords() {}

    static String text(Node.Scalar scalar, boolean readsNumbers) {
        String text = scalar.text();
        if (!scalar.plain() || !scalar.tag().isEmpty() || text.length() > LONGEST) {
            return text;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (TRUE.matcher(lower).matches()) {
            return "true";
        }
        if (FALSE.matcher(lower).matches()) {
            return "false";
        }
        return readsNumbers ? number(text) : text;
    }

    private static String number(String text) {
        String digits = text.replace("_", "");
        if (DECIMAL.matcher(text).matches()) {
            return new BigInteger(digits).toString();
        }
        if (HEXADECIMAL.matcher(text).matches()) {
            return based(digits, "0x", 16, text);
        }
        if (BINARY.matcher(text).matches()) {
            return based(digits, "0b", 2, text);
        }
        if (OCTAL.matcher(text).matches()) {
            return based(digits, "0", 8, text);
        }
        return BASE_60.matcher(text).matches() ? base60(digits) : text;
    }

    private static String based(String digits, String mark, int radix, String text) {
        String bare = digits.replaceFirst(mark, "");
        return bare.replaceFirst("^[-+]", "").isEmpty() ? text : new BigInteger(bare, radix).toString();
    }

    private static String base60(String digits) {
        boolean negative = digits.startsWith("-");
        BigInteger sum = BigInteger.ZERO;
        for (String part : digits.replaceFirst("^[-+]", "").split(":", -1)) {
            sum = sum.multiply(BigInteger.valueOf(60)).add(new BigInteger(part));
        }
        return (negative ? sum.negate() : sum).toString();
    }
}

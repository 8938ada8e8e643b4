package io.github.lambdadb.report;

import java.util.Locale;

/** Numbers as people read them: {@code 1,000}, {@code 0 to 1,000}. */
public final class Numbers {
    private Numbers() {}

    public static String of(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    public static String range(long lower, long upper) {
        return lower == upper ? of(lower) : of(lower) + " to " + of(upper);
    }
}

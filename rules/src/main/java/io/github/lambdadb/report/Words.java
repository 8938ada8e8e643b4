package io.github.lambdadb.report;

import java.util.Locale;

/** Constants as people read them: {@code idle timeout}. */
public final class Words {
    private Words() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

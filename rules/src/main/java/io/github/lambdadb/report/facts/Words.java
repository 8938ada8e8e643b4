package io.github.lambdadb.report.facts;

import java.util.Locale;

/** Constants as people read them: {@code idle timeout}. */
final class Words {
    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

package io.github.lambdadb.report.json;

import java.util.Locale;

/** Constants as the JSON report spells them: {@code idle-timeout}. */
final class Names {
    private Names() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package io.github.lambdadb.check;

import io.github.lambdadb.rule.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The least severity that fails the build. */
public enum FailOn {
    ERROR,
    WARNING,
    NOTE,
    NEVER;

    public static FailOn of(UserSetting setting) {
        List<String> known = Arrays.stream(values()).map(FailOn::spelling).toList();
        int index = known.indexOf(setting.value());
        if (index < 0) {
            throw setting.unknownValue(known);
        }
        return values()[index];
    }

    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isReachedBy(Severity severity) {
        return this != NEVER && severity.compareTo(Severity.valueOf(name())) >= 0;
    }
}

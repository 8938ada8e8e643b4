package io.github.lambdadb.report;

import io.github.lambdadb.issue.Status;
import java.util.Locale;

/** Constants as people read them: {@code idle timeout}. */
public final class Words {
    private Words() {}

    /** Why an issue does not count. */
    public static String why(Status status) {
        if (status instanceof Status.Suppressed suppressed) {
            return suppressed.reason().isBlank() ? "suppressed" : "suppressed: " + suppressed.reason();
        }
        return "baselined";
    }

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

package io.github.lambdadb.rule;

import java.util.List;

/**
 * A setting of a rule: its key, its default and one sentence that explains it. The type is the default's.
 *
 * @param values all that it may be; none: anything of the type
 */
public record Option<T>(String key, T defaultValue, String description, List<T> values) {
    public Option {
        values = List.copyOf(values);
    }

    /** One that may be anything of the type. */
    public Option(String key, T defaultValue, String description) {
        this(key, defaultValue, description, List.of());
    }
}

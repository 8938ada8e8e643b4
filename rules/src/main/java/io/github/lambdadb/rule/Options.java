package io.github.lambdadb.rule;

import java.util.Map;

/** The values a user gave to a rule's options, already of the options' types. */
public record Options(Map<String, Object> values) {
    public Options {
        values = Map.copyOf(values);
    }

    public static Options defaults() {
        return new Options(Map.of());
    }

    /** The user's value, or the option's default. */
    @SuppressWarnings("unchecked") // the types were checked against the descriptor when the options were read
    public <T> T get(Option<T> option) {
        return (T) values.getOrDefault(option.key(), option.defaultValue());
    }
}

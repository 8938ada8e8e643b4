package io.github.lambdadb.check;

import java.util.Collection;

/** A setting as the user wrote it: its key, its value, and where it stands ({@code on the command line}). */
public record UserSetting(String key, String value, String where) {
    /** The same key and place with one of several values. */
    public UserSetting withValue(String other) {
        return new UserSetting(key, other, where);
    }

    /** The key is not known; {@code what} says what it should have named. */
    public ConfigurationException unknownKey(String what, Collection<String> known) {
        return new ConfigurationException("Unknown " + what + " '" + key + "' (value '" + value + "', set " + where
                + ")" + Spelling.suggestion(key, known));
    }

    /** The value is none of the known ones. */
    public ConfigurationException unknownValue(Collection<String> known) {
        return new ConfigurationException("'" + key + "' cannot be '" + value + "' (set " + where + ")"
                + Spelling.suggestion(value, known) + " Known values: " + String.join(", ", known) + ".");
    }

    /** The value is a path or a glob that none of these files is meant by. */
    public ConfigurationException matchesNothing(Collection<String> files) {
        return new ConfigurationException("'" + key + "' cannot be '" + value + "' (set " + where
                + "): no file of the repository matches" + Spelling.suggestion(value, files));
    }

    /** The value does not have the expected form; {@code example} is one that has. */
    public ConfigurationException malformed(String expected, String example) {
        return new ConfigurationException("'" + key + "' cannot be '" + value + "' (set " + where + "): expected "
                + expected + ", for example '" + example + "'.");
    }
}

package io.github.lambdadb.check;

/** A wrong setting of the user, told in one line that names key, value, where it was set and the nearest known spelling. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConfigurationException(String message) {
        super(message);
    }
}
